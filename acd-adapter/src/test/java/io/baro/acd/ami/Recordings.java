package io.baro.acd.ami;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The bytes that a real Asterisk 22.10.1 sent; see README.md beside them. */
public final class Recordings {
    /** Sessions of the login that reads events. */
    public static final List<String> EVENT_SESSIONS = List.of(
            "abandon-ringing",
            "abandon-waiting",
            "answered",
            "bad-offer",
            "busy",
            "callback-declined",
            "callback-refused",
            "callback-yes",
            "caller-hangs-up-talking",
            "dead-phone",
            "divert",
            "engine-absent",
            "engine-dies",
            "engine-hangs",
            "feature-codes",
            "forged",
            "forged-number",
            "guard",
            "menu",
            "menu-silent",
            "no-answer",
            "redirect-while-ringing",
            "rejected",
            "several-abandon-ringing",
            "several-answered",
            "several-fail",
            "several-guard",
            "unregistered");

    /** Sessions of the login that acts. */
    public static final List<String> ACTION_SESSIONS = List.of("actions", "bad-login", "empty-lists", "lists");

    private Recordings() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Recordings.class.getResourceAsStream("/ami/" + name + ".ami")) {
            if (in == null) {
                throw new IllegalStateException("no recording " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
