package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's certificate must come from whom --ca names. */
class EncryptedConnectionTest {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private static Path directory;

    private static ContractServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        certificate("baro");
        certificate("elsewhere");
        server = ContractServer.encrypted(context()).on("GET /floor", 200, Documents.FLOOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void certificateOfWhomWeNamedIsTrusted() {
        CommandRun run = CommandRun.to(server).with(Connection.TOKEN, "t");
        assertEquals(0, run.baro("queues", "--ca", directory.resolve("baro.pem").toString()), run.err());
        assertEquals("", run.err());
    }

    @Test
    void certificateOfSomebodyElseIsNot() {
        CommandRun run = CommandRun.to(server);
        String line =
                server.url() + ": no trusted connection; name who signed its certificate by --ca, its name by --url";
        assertEquals(
                2, run.baro("queues", "--ca", directory.resolve("elsewhere.pem").toString()));
        assertEquals(List.of(line), run.errLines());
        assertEquals(2, run.baro("queues"));
        assertEquals(List.of(line), run.errLines());
    }

    private static void certificate(String name) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1");
        keytool(
                name,
                "-exportcert",
                "-rfc",
                "-file",
                directory.resolve(name + ".pem").toString());
    }

    private static void keytool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", name, "-keystore", directory.resolve(name + ".p12").toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "keytool failed, see " + directory);
    }

    private static SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("baro.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
