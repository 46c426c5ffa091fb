package io.baro.acd.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.AsteriskJavaReader;
import org.junit.jupiter.api.Test;

/** Reads the same bytes with Asterisk-Java and compares every value that it offers with ours. */
class AsteriskJavaDifferentialTest {
    /** Values for which Asterisk-Java says null (research/asterisk.md 4.4). */
    private static final List<String> ITS_NULLS = List.of(
            "", "none", "unknown", "<unknown>", "-none-", "(none)", "n/a", "<null>", "<not set>", "unspecified");

    private int compared;

    @Test
    void everyEventThatAsteriskJavaBuildsHasTheValuesThatWeRead() throws ReflectiveOperationException {
        for (String name : Recordings.EVENT_SESSIONS) {
            // Forged blocks are malformed to it in its own way.
            if (!name.startsWith("forged")) {
                compare(name, Recordings.bytes(name));
            }
        }
        for (String name : List.of("lists", "empty-lists")) {
            compare(name, Recordings.bytes(name));
        }
        assertTrue(compared > 5000, "only " + compared + " values were compared");
    }

    private void compare(String name, byte[] bytes) throws ReflectiveOperationException {
        List<Map<String, String>> ours = new ArrayList<>();
        Blocks.each(bytes, block -> {
            if (block.has(AmiHeader.EVENT)) {
                ours.add(headers(block));
            }
        });
        int next = 0;
        for (ManagerEvent theirs : AsteriskJavaReader.events(bytes)) {
            int match = find(ours, next, theirs);
            if (match >= 0) {
                next = match + 1;
                compare(name + ", event " + match, ours.get(match), theirs);
            } else {
                assertTrue(
                        isItsOwn(theirs),
                        name + ": we did not read its " + theirs.getClass().getSimpleName());
            }
        }
    }

    /** Events that it makes up: the greeting, its disconnect, and the older twins of dial and bridge events. */
    private static boolean isItsOwn(ManagerEvent event) {
        return List.of(
                        "ProtocolIdentifierReceivedEvent",
                        "DisconnectEvent",
                        "ConnectEvent",
                        "DialEvent",
                        "BridgeEvent",
                        "UnlinkEvent",
                        "LinkEvent")
                .contains(event.getClass().getSimpleName());
    }

    private static int find(List<Map<String, String>> ours, int from, ManagerEvent theirs) {
        String type = theirs.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        for (int i = from; i < ours.size(); i++) {
            if (type.equals(ours.get(i).get("event").toLowerCase(Locale.ROOT) + "event")) {
                return i;
            }
        }
        return -1;
    }

    private void compare(String where, Map<String, String> ours, ManagerEvent theirs)
            throws ReflectiveOperationException {
        for (Method getter : theirs.getClass().getMethods()) {
            String header = getter.getName().replaceFirst("^get", "").toLowerCase(Locale.ROOT);
            // It cuts its own prefix off the ActionID, and ours has none.
            boolean readable =
                    !header.equals("actionid") && getter.getName().startsWith("get") && getter.getParameterCount() == 0;
            if (readable && ours.containsKey(header) && isPlain(getter.getReturnType())) {
                Object value = getter.invoke(theirs);
                // It trims values, we do not: a trailing space may be real.
                String own = ours.get(header).strip();
                if (value != null) {
                    assertEquals(value.toString(), own, where + ", " + header);
                    compared++;
                } else {
                    assertTrue(ITS_NULLS.contains(own.toLowerCase(Locale.ROOT)), where + ", " + header + ": " + own);
                }
            }
        }
    }

    private static boolean isPlain(Class<?> type) {
        return type == String.class || type == Integer.class || type == Long.class;
    }

    private static Map<String, String> headers(AmiBlock block) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < block.headerCount(); i++) {
            String name = text(block, block.nameOffset(i), block.nameLength(i)).toLowerCase(Locale.ROOT);
            headers.putIfAbsent(name, text(block, block.valueOffset(i), block.valueLength(i)));
        }
        return headers;
    }

    private static String text(AmiBlock block, int from, int length) {
        return new String(block.bytes(), from, length, StandardCharsets.UTF_8);
    }
}
