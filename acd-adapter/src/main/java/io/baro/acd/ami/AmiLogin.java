package io.baro.acd.ami;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.asteriskjava.manager.action.ChallengeAction;
import org.asteriskjava.manager.action.LoginAction;
import org.asteriskjava.manager.action.ManagerAction;

/**
 * The conversation between greeting and first use: MD5 challenge, login, and for an event session the wait for {@code FullyBooted}.
 * Owns its state only; sends nothing itself. Runs on: event loop.
 */
final class AmiLogin {

    /** What to do after a block. */
    enum Step {
        WAIT,
        ANSWER,
        DONE,
        REFUSED
    }

    private enum State {
        CHALLENGED,
        LOGGING_IN,
        BOOTING,
        DONE
    }

    private static final byte[] GREETING = ascii("Asterisk Call Manager/");
    private static final byte[] SUCCESS = ascii("Success");
    private static final String MD5 = "MD5";

    private final AmiSessionSettings settings;
    private State state = State.CHALLENGED;
    private String key = "";

    AmiLogin(AmiSessionSettings settings) {
        this.settings = settings;
    }

    static boolean isGreeting(byte[] bytes, int from, int length) {
        return length >= GREETING.length
                && java.util.Arrays.equals(bytes, from, from + GREETING.length, GREETING, 0, GREETING.length);
    }

    ManagerAction challenge() {
        return new ChallengeAction(MD5);
    }

    ManagerAction login() {
        return new LoginAction(settings.user(), MD5, key, settings.events() ? "on" : "off");
    }

    Step onBlock(AmiBlock block) {
        return switch (state) {
            case CHALLENGED -> onChallenge(block);
            case LOGGING_IN -> onLoginAnswer(block);
            case BOOTING -> block.kind() == AmiEventKind.FULLY_BOOTED ? done() : Step.WAIT;
            case DONE -> Step.WAIT;
        };
    }

    private Step onChallenge(AmiBlock block) {
        if (block.kind() != AmiEventKind.RESPONSE) {
            return Step.WAIT;
        }
        if (!block.has(AmiHeader.CHALLENGE)) {
            return Step.REFUSED;
        }
        String challenge = new String(
                block.bytes(),
                block.offset(AmiHeader.CHALLENGE),
                block.length(AmiHeader.CHALLENGE),
                StandardCharsets.US_ASCII);
        key = md5(challenge + settings.secret());
        state = State.LOGGING_IN;
        return Step.ANSWER;
    }

    private Step onLoginAnswer(AmiBlock block) {
        if (block.kind() != AmiEventKind.RESPONSE) {
            return Step.WAIT;
        }
        if (!block.is(AmiHeader.RESPONSE, SUCCESS)) {
            return Step.REFUSED;
        }
        if (settings.events()) {
            state = State.BOOTING;
            return Step.WAIT;
        }
        return done();
    }

    private Step done() {
        state = State.DONE;
        return Step.DONE;
    }

    /** What Asterisk compares: lower-case hex of MD5 over challenge and secret (manager.c:2372). Hides the secret, protects nothing else. */
    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(MD5);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
