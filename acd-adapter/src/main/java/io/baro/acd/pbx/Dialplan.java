package io.baro.acd.pbx;

/**
 * Owns the names and priorities of {@code config/asterisk/extensions.conf} that are seen from outside: contexts, and the step at which
 * a channel stands when it sends an event or waits. Stateless.
 */
final class Dialplan {
    static final byte[] IN = Ascii.bytes("acd-in");
    static final byte[] MENU = Ascii.bytes("acd-menu");
    static final byte[] WAIT = Ascii.bytes("acd-wait");
    static final byte[] DIAL = Ascii.bytes("acd-dial");
    static final byte[] CALLBACK = Ascii.bytes("acd-callback");
    static final byte[] CALLBACK_OK = Ascii.bytes("acd-callback-ok");
    static final byte[] CALLBACK_NO = Ascii.bytes("acd-callback-no");
    static final byte[] CALLBACK_AGENT = Ascii.bytes("acd-callback-agent");
    static final byte[] CALLBACK_CUSTOMER = Ascii.bytes("acd-callback-customer");
    static final byte[] CALLBACK_CALL = Ascii.bytes("acd-callback-call");
    static final byte[] FALLBACK = Ascii.bytes("acd-fallback");
    static final byte[] LEND = Ascii.bytes("acd-lend");
    static final byte[] AGENT = Ascii.bytes("acd-agent");
    static final byte[] AGENT_STATE = Ascii.bytes("acd-agent-state");
    static final byte[] S = {'s'};

    static final int IN_ANSWER = 10;
    static final int IN_ARRIVED = 13;
    static final int IN_WAIT = 14;
    static final int MENU_READ = 8;
    static final int WAIT_EVENT = 11;
    static final int WAIT_WAIT = 15;
    static final int DIAL_GUARD = 14;
    static final int DIAL_DIAL = 16;
    static final int DIAL_RESULT = 18;
    static final int DIAL_HANGUP = 21;
    static final int DIAL_LEND = 24;
    static final int DIAL_SEVERAL_GUARD = 38;
    static final int DIAL_TAKEN = 40;
    static final int DIAL_SEVERAL = 46;
    static final int LEND_DIAL = 12;
    static final int LEND_BUSY = 16;
    static final int LEND_REJECTED = 17;
    static final int LEND_SILENT = 18;
    static final int LEND_GONE = 19;
    static final int CALLBACK_READ = 8;
    static final int CALLBACK_DECLINED = 10;
    static final int CALLBACK_ACCEPTED = 12;
    static final int CALLBACK_WAIT = 13;
    static final int CALLBACK_OK_WAIT = 6;
    static final int CALLBACK_OK_HANGUP = 7;
    static final int CALLBACK_NO_WAIT = 6;
    static final int CALLBACK_DIAL = 7;
    static final int CALLBACK_CUSTOMER_DIAL = 12;
    static final int FALLBACK_EVENT = 4;
    static final int FALLBACK_QUEUE = 5;
    static final int FALLBACK_HANGUP = 6;
    static final int AGENT_ANSWER = 2;
    static final int AGENT_EVENT = 3;
    static final int AGENT_WAIT = 7;
    static final int AGENT_HANGUP = 8;
    static final int AGENT_ABSENT_HANGUP = 11;

    static final long MENU_SILENCE_MILLIS = 10_000;
    static final long CALLBACK_SILENCE_MILLIS = 5_000;
    static final long TONE_MILLIS = 1_000;
    static final long GUARD_RETRY_MILLIS = 10;
    static final int GUARD_TRIES = 10;
    /** {@code ^3} of Dial: neither ringing nor progress for so long is a dead phone. */
    static final long NO_SIGN_MILLIS = 3_000;

    static final long AGENT_TONE_MILLIS = 500;

    private static final int LONGEST_QUEUE = 32;

    private Dialplan() {}

    /** The queue of {@code q_<queue>}, or nothing when the name is not one. */
    static String queueOf(String exten) {
        if (!exten.startsWith("q_") || !isName(exten, 2)) {
            return "";
        }
        return exten.substring(2, Math.min(exten.length(), 2 + LONGEST_QUEUE));
    }

    /** Whether all from there on is {@code [a-z0-9-]+}. */
    static boolean isName(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return text.length() > from;
    }

    /** Only {@code 0-9*#+}, as FILTER leaves a caller's number. */
    static String digitsOf(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == '*' || c == '#' || c == '+') {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
