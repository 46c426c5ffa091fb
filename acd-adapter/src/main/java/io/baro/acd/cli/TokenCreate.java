package io.baro.acd.cli;

import io.baro.acd.config.Role;
import io.baro.acd.config.TokenFile;
import io.baro.acd.config.TokenHash;
import io.baro.acd.config.TokenPlan;
import io.baro.acd.rule.NearestName;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro token create}. The token is on standard output once and nowhere else. Runs on: main thread. */
@Command(
        name = "create",
        description = {
            "Makes a token and prints it once, on standard output. Only its hash is kept.",
            "Who uses it puts it into a file of his own, or into the environment as " + Connection.TOKEN + "."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro token create wall --role viewer --config /etc/baro",
            "  baro token create desk-7 --role agent --agent 1001 --config /etc/baro"
        })
final class TokenCreate implements Callable<Integer> {
    private static final int BYTES = 32;

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Whose it is, as the audit log tells it.")
    private String name;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer, agent, supervisor or admin.")
    private String role;

    @Option(names = "--agent", paramLabel = "NUMBER", description = "With role agent: for which agent it acts.")
    private String agent;

    @Mixin
    private TokenDirectory directory;

    TokenCreate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            String token = fresh();
            TokenPlan plan = plan(token);
            directory.change(writer -> {
                writer.add(plan);
                String owner = writer.owner();
                if (owner.equals("root")) {
                    terminal.err()
                            .println("warning: " + TokenFile.NAME
                                    + " belongs to root alone; chown it once to the user that Baro runs as");
                }
            });
            terminal.out().println(token);
            terminal.err().println(told(plan));
            return ExitCode.DONE;
        } catch (CommandFailedException failed) {
            terminal.err().println(failed.getMessage());
            return failed.exitCode();
        }
    }

    private TokenPlan plan(String token) throws CommandFailedException {
        Optional<Role> known = Role.of(role);
        if (known.isEmpty()) {
            throw new CommandFailedException("token: unknown role \"" + role + "\"; "
                    + NearestName.remedy(role, Role.words(), "write one of: " + String.join(", ", Role.words())));
        }
        if (!TokenFile.isName(name)) {
            throw new CommandFailedException("token: name \"" + name + "\" has a wrong form; " + TokenFile.HOW);
        }
        if (known.get() == Role.AGENT && (agent == null || !TokenFile.isAgent(agent))) {
            throw new CommandFailedException("token: role agent acts for one agent; write --agent with his number");
        }
        if (known.get() != Role.AGENT && agent != null) {
            throw new CommandFailedException(
                    "token: role " + role + " acts for nobody; leave --agent away, or write --role agent");
        }
        if (directory.tokens().stream().anyMatch(other -> other.name().equals(name))) {
            throw new CommandFailedException("token: " + name + " is there already; revoke it, or take another name");
        }
        return new TokenPlan(name, known.get(), agent == null ? "" : agent, TokenHash.of(token));
    }

    private static String told(TokenPlan plan) {
        String whose = plan.agent().isEmpty() ? "" : " for agent " + plan.agent();
        return plan.name() + whose + " may " + plan.role().allowed() + "; keep the token, it is not shown again";
    }

    private static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
