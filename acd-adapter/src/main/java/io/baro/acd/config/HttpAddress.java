package io.baro.acd.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds where the Baro of a configuration directory answers, from {@code http} of its {@code baro.yaml} alone: who asks needs none of the
 * secrets. Never checks the other keys. Runs on: main thread of a command.
 */
public final class HttpAddress {
    /** Unless something else is said. */
    public static final URI USUAL = URI.create("http://" + ServerFile.HTTP_HOST + ":" + ServerFile.HTTP_PORT);

    private static final int LEAST_PORT = 1;
    private static final int MOST_PORT = 65_535;
    private static final Pattern ANY_IPV4 = Pattern.compile("0\\.0\\.0\\.0|\\*");

    private HttpAddress() {}

    /** As a client on the same machine reaches it. Empty when a problem was reported. */
    public static Optional<URI> of(Path dir, Problems problems) {
        return YamlFile.open(dir.resolve(ServerFile.NAME), problems)
                .map(HttpAddress::uri)
                .filter(uri -> !problems.hasErrors());
    }

    private static URI uri(YamlMap top) {
        YamlMap http = top.map("http");
        String host = http.text("host", ServerFile.HTTP_HOST, Names.WORD, "write an address or a host name");
        int port = http.integer("port", ServerFile.HTTP_PORT, LEAST_PORT, MOST_PORT);
        if (!http.isSound()) {
            return USUAL;
        }
        return URI.create((http.has("tls") ? "https://" : "http://") + reachable(host) + ":" + port);
    }

    /** Who listens on all addresses is reached by the machine's own. */
    private static String reachable(String host) {
        if (ANY_IPV4.matcher(host).matches()) {
            return ServerFile.HTTP_HOST;
        }
        if (host.equals("::")) {
            return "[::1]";
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
