package io.baro.acd.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro agents login, logout, ready}: what needs nothing but the agent's number. Runs on: main thread. */
@Command(mixinStandardHelpOptions = true)
final class AgentAct extends FloorCommand {
    private final Kind kind;

    @Parameters(paramLabel = "NUMBER", description = "The agent's number.")
    private String number;

    /** What is done to him. */
    enum Kind {
        LOGIN("Logs an agent in."),
        LOGOUT("Logs an agent out; a talk goes on."),
        READY("Ends a pause or a wrap-up.");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private AgentAct(Kind kind, Connection connection) {
        super(connection);
        this.kind = kind;
    }

    static CommandLine of(Kind kind, Connection connection) {
        CommandLine line = new CommandLine(new AgentAct(kind, connection));
        line.getCommandSpec()
                .name(kind.word())
                .usageMessage()
                .description(kind.description)
                .footer("", "Example: baro agents " + kind.word() + " 1001");
        return line;
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", Api.path("agents", number, kind.word()));
        return tell(answer, AgentWords.line(answer.fields(), moments()));
    }
}
