package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The link over TLS: the certificate must come from our authority and name the host that we meant. */
class TlsLinkTest {
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private static Path directory;

    private static Path ours;
    private static Path elsewhere;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        ours = certificate("pbx", "127.0.0.1");
        elsewhere = certificate("elsewhere", "127.0.0.2");
    }

    /** Makes a self-signed certificate for one address, with the JDK's own tool. */
    private static Path certificate(String name, String address) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:" + address);
        Path pem = directory.resolve(name + ".pem");
        keytool(name, "-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    private static void keytool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", name, "-keystore", store(name).toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "keytool failed, see " + directory);
    }

    private static Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    private static ServerSocketFactory server(String name) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static PbxLinkSettings settings(int port, Path ca) {
        PbxLinkSettings plain = TestCentre.settings(port, "act-secret", LinkHarness.SLOW_HEARTBEAT);
        return new PbxLinkSettings(
                plain.pbxId(),
                plain.name(),
                plain.host(),
                port,
                plain.systemName(),
                plain.eventsUser(),
                plain.eventsSecret(),
                plain.actionsUser(),
                plain.actionsSecret(),
                Optional.of(ca),
                plain.heartbeat(),
                Duration.ofSeconds(20));
    }

    @Test
    void certificateOfOurAuthorityForThisHostIsTrusted() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(0, server("pbx"));
                LinkHarness harness = new LinkHarness(settings(pbx.port(), ours))) {
            harness.link.start();
            harness.awaitState(LinkState.READY);
        }
    }

    @Test
    void certificateForAnotherHostIsRefused() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(0, server("elsewhere"));
                LinkHarness harness = new LinkHarness(settings(pbx.port(), elsewhere))) {
            harness.link.start();
            harness.awaitState(LinkState.TLS_FAILED);
        }
    }

    @Test
    void certificateOfAnotherAuthorityIsRefused() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(0, server("pbx"));
                LinkHarness harness = new LinkHarness(settings(pbx.port(), elsewhere))) {
            harness.link.start();
            harness.awaitState(LinkState.TLS_FAILED);
        }
    }

    @Test
    void pbxWithoutTlsIsNotSpokenToInTheClear() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx();
                LinkHarness harness = new LinkHarness(settings(pbx.port(), ours))) {
            harness.link.start();
            harness.awaitState(LinkState.TLS_FAILED);
            assertTrue(!pbx.hasAction("Challenge"));
        }
    }

    @Test
    void authorityThatCannotBeReadIsSaidWhenTheLinkIsMade() {
        assertThrows(
                IllegalArgumentException.class, () -> new LinkHarness(settings(5039, directory.resolve("absent.pem"))));
    }
}
