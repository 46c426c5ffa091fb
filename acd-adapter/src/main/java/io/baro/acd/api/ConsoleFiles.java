package io.baro.acd.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The console's files, from our own jar: those that {@code files.txt} lists and no others. Read at the start; any thread. */
final class ConsoleFiles {
    private static final String FOLDER = "/console/";
    private static final String LIST = "files.txt";
    private static final String FIRST = "index.html";
    private static final int NOT_MODIFIED = 304;
    private static final int FOUND = 302;
    private static final int ETAG_CHARACTERS = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9/-]+\\.[a-z0-9]+");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2");

    /** Nothing of another address, nothing within the page's text. */
    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    /** Redirects the address itself to the console, and serves its files, to anybody: they know nothing. */
    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.get("/", Right.NONE, asked -> moved(FOLDER)));
        endpoints.add(Endpoint.get("/console", Right.NONE, asked -> moved(FOLDER)));
        for (String name :
                new String(read(LIST), StandardCharsets.UTF_8).lines().toList()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalStateException("console: " + name + " is no name of a file");
            }
            endpoints.add(file(name, FOLDER + name));
            if (name.equals(FIRST)) {
                endpoints.add(file(name, FOLDER));
            }
        }
        return endpoints;
    }

    private static Endpoint file(String name, String path) {
        byte[] body = read(name);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        String etag = '"' + hash(body).substring(0, ETAG_CHARACTERS) + '"';
        Map<String, String> headers = Map.of(
                "Cache-Control",
                "no-cache",
                "ETag",
                etag,
                "Content-Security-Policy",
                POLICY,
                "Referrer-Policy",
                "no-referrer");
        Reply whole = Reply.of(Reply.OK, type, body).with(headers);
        Reply same = Reply.of(NOT_MODIFIED, type, new byte[0]).with(headers);
        return Endpoint.get(path, Right.NONE, asked -> asked.etag().equals(etag) ? same : whole);
    }

    private static Reply moved(String to) {
        return Reply.of(FOUND, "text/plain", new byte[0]).with(Map.of("Location", to));
    }

    private static byte[] read(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("console: " + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
