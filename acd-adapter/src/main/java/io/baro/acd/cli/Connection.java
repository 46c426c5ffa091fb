package io.baro.acd.cli;

import io.baro.acd.config.HttpAddress;
import io.baro.acd.config.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that say which Baro is asked and as whom; one of each group of commands, shared by its subcommands. A token comes from a
 * file or the environment, never from an argument, which everybody on the machine can read. Runs on: main thread.
 */
final class Connection {
    /** The environment variables. */
    static final String URL = "BARO_URL";

    static final String TOKEN = "BARO_TOKEN";

    private static final Pattern TOKEN_FORM = Pattern.compile("[A-Za-z0-9._~+/=-]+");
    private static final Pattern OWN_MACHINE = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The Baro to ask (" + URL + ", else the address in --config, else http://127.0.0.1:9400).")
    private String url;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The configuration directory of a Baro on this machine, for its address.")
    private Path dir;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A file whose first line is the token (else environment " + TOKEN + ").")
    private Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Certificates (PEM) of who signed the server's, for https.")
    private Path ca;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print what Baro answers, as it is.")
    private boolean json;

    Connection(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with these options; subcommands added later have them too. */
    CommandLine on(FloorCommand command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().addMixin("connection", CommandSpec.forAnnotatedObject(this));
        return line;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean wantsJson() {
        return json;
    }

    Api open() throws CommandFailedException {
        URI base = base();
        Optional<String> token = token();
        if (token.isPresent()
                && base.getScheme().equals("http")
                && !OWN_MACHINE.matcher(base.getHost()).matches()) {
            terminal.err().println("warning: the token goes to " + base.getHost() + " unencrypted; use https");
        }
        return new Api(base, token, ca == null ? Optional.empty() : Optional.of(Certificates.trusting(ca)));
    }

    private URI base() throws CommandFailedException {
        String fromEnvironment = terminal.environment().getOrDefault(URL, "");
        if (url != null) {
            return base("--url", url);
        }
        if (!fromEnvironment.isBlank()) {
            return base("environment " + URL, fromEnvironment.strip());
        }
        return dir == null ? HttpAddress.USUAL : ofDirectory();
    }

    private static URI base(String source, String text) throws CommandFailedException {
        try {
            URI uri = new URI(text);
            boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return URI.create(text.replaceAll("/+$", ""));
            }
        } catch (URISyntaxException noUrl) {
            // As one of another kind.
        }
        throw new CommandFailedException(
                source + " is \"" + text + "\", no address; write one like http://127.0.0.1:9400");
    }

    private URI ofDirectory() throws CommandFailedException {
        Problems problems = new Problems();
        Optional<URI> uri = HttpAddress.of(dir, problems);
        if (uri.isEmpty()) {
            throw new CommandFailedException(String.join(System.lineSeparator(), problems.errorLines()));
        }
        return uri.get();
    }

    private Optional<String> token() throws CommandFailedException {
        if (tokenFile == null) {
            String token = terminal.environment().getOrDefault(TOKEN, "").strip();
            return token.isEmpty() ? Optional.empty() : Optional.of(checked("environment " + TOKEN, token));
        }
        try {
            String first = Files.readString(tokenFile, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
            return Optional.of(checked(tokenFile.toString(), first.strip()));
        } catch (IOException unreadable) {
            throw new CommandFailedException(tokenFile + ": cannot be read; name a file whose first line is the token");
        }
    }

    /** What stands there is not repeated: it may be a token with a slip. */
    private static String checked(String source, String token) throws CommandFailedException {
        if (!TOKEN_FORM.matcher(token).matches()) {
            throw new CommandFailedException(source + ": holds no token; baro token create makes one");
        }
        return token;
    }
}
