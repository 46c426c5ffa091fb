package io.baro.acd.config;

/**
 * One mistake in what an operator wrote, and the way out of it. Never holds personal data: it names the place, not the content.
 * Immutable; any thread.
 *
 * @param line from 1; 0: the whole file
 * @param column from 1; 0: the whole line
 */
public record Problem(String file, int line, int column, String what, String remedy) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        text.append(": ").append(what);
        if (!remedy.isEmpty()) {
            text.append("; ").append(remedy);
        }
        return text.toString().replace('\n', ' ').replace('\r', ' ');
    }
}
