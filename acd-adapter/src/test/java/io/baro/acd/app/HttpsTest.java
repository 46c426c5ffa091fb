package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console and the API by https, with the operator's certificate. */
class HttpsTest {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final String ALIAS = "baro";

    @TempDir
    Path dir;

    @Test
    void whatIsServedIsServedUnderTheCertificateOfTheConfigurationAndOverNothingElse() throws Exception {
        KeyStore keys = certificate();
        write("cert.pem", "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
        write("key.pem", "PRIVATE KEY", keys.getKey(ALIAS, PASSWORD).getEncoded());
        try (OneCentre centre = new OneCentre(dir)) {
            centre.directory().replace("baro.yaml", "port: 0 }", "port: 0, tls: { cert: cert.pem, key: key.pem } }");
            centre.start();
            int port = centre.server().httpAddress().getPort();
            HttpRequest floor = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/v1/floor"))
                    .build();
            try (HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trust(keys)).build()) {
                assertEquals(200, trusting.send(floor, BodyHandlers.ofString()).statusCode());
            }
            try (HttpClient stranger = HttpClient.newHttpClient()) {
                assertThrows(SSLHandshakeException.class, () -> stranger.send(floor, BodyHandlers.ofString()));
                HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .build();
                assertThrows(IOException.class, () -> stranger.send(plain, BodyHandlers.ofString()));
            }
        }
    }

    private KeyStore certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = dir.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=baro",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-alias",
                        ALIAS,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, keytool.waitFor(), () -> "keytool failed, see " + dir);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext trust(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void write(String file, String what, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                dir.resolve(file), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
