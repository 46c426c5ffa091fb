package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows how people name a call: {@code <epoch>.<seq>@<centre>}, as Asterisk does with its centre behind, or by its id. Stateless. */
public final class CallNames {
    private static final Pattern CHANNEL = Pattern.compile("(\\d{1,10})\\.(\\d{1,8})(?:@(.+))?");
    private static final Pattern ID = Pattern.compile("\\d{1,19}");

    private CallNames() {}

    /** The call's id; empty if it names none. With one centre its name may be left away. */
    public static OptionalLong parse(String text, List<String> centres) {
        Matcher channel = CHANNEL.matcher(text);
        if (channel.matches()) {
            int pbxId = channel.group(3) == null && centres.size() == 1 ? 0 : centres.indexOf(channel.group(3));
            return pbxId < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            CallIds.of(pbxId, Long.parseLong(channel.group(1)), Long.parseLong(channel.group(2))));
        }
        try {
            return ID.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException tooLong) {
            return OptionalLong.empty();
        }
    }

    /** As people write it. */
    public static String write(long callId, List<String> centres) {
        int pbxId = CallIds.pbxOf(callId);
        return CallIds.epochSecondsOf(callId) + "." + CallIds.sequenceOf(callId) + "@"
                + (pbxId < centres.size() ? centres.get(pbxId) : "pbx" + pbxId);
    }
}
