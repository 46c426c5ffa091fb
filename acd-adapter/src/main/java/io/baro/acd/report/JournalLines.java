package io.baro.acd.report;

/** One command of a journal as a line: for people, as JSON, as CSV. Stateless. */
public final class JournalLines {
    /** Of the CSV. */
    public static final String HEADING = "sequence,time,command,fields";

    private JournalLines() {}

    public static String words(long sequence, long timeMillis, CommandText command) {
        return sequence + " " + CommandText.time(timeMillis) + " " + command.name() + " " + command.fields();
    }

    public static String json(long sequence, long timeMillis, CommandText command) {
        return "{\"sequence\":" + sequence + ",\"time\":\"" + CommandText.time(timeMillis) + "\",\"command\":\""
                + command.name() + "\",\"fields\":" + command.json() + "}";
    }

    /** The fields are one column, as JSON: commands have different ones. */
    public static String csv(long sequence, long timeMillis, CommandText command) {
        return sequence + "," + CommandText.time(timeMillis) + "," + command.name() + ",\""
                + command.json().replace("\"", "\"\"") + "\"";
    }
}
