package io.baro.acd.pbx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an event session said, put so that two recordings of one scenario are equal: per channel and device in order, names and ids
 * replaced by roles, times left out. DialState may overtake the Newstate that it tells of: its state is left out. Order between channels is not kept: on a real Asterisk it varies (docs/asterisk.md).
 */
final class RecordedCall {
    private static final List<String> ASIDE =
            List.of("FullyBooted", "VarSet", "ContactStatus", "PeerStatus", "OriginateResponse");

    private final Map<String, String> roles = new LinkedHashMap<>();
    private int callers;
    private int legs;

    private RecordedCall() {}

    /** The blocks of a recorded file. */
    static List<AmiBlock> read(String name) throws IOException {
        try (InputStream in = RecordedCall.class.getResourceAsStream("/ami/" + name + ".ami")) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            List<AmiBlock> blocks = new ArrayList<>();
            for (String block : text.strip().split("\r\n\r\n", -1)) {
                blocks.add(new AmiBlock(List.of(block.strip().split("\r\n", -1))));
            }
            return blocks;
        }
    }

    /** Subject (a channel's role or a device) to what was said of it, in order. */
    static Map<String, List<String>> bySubject(List<AmiBlock> blocks) {
        RecordedCall call = new RecordedCall();
        blocks.stream().filter(block -> block.is("Newchannel")).forEach(call::learn);
        Map<String, List<String>> subjects = new TreeMap<>();
        for (AmiBlock block : blocks) {
            if (block.has("Event") && !ASIDE.contains(block.get("Event")) && !isTrunk(block)) {
                String subject = call.subject(block);
                List<String> said = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
                String text = call.normalise(block);
                if (said.isEmpty() || !said.get(said.size() - 1).equals(text)) {
                    said.add(text);
                }
            }
        }
        return subjects;
    }

    /** The test trunk of the recordings has no contact: it is UNAVAILABLE where ours is idle. */
    private static boolean isTrunk(AmiBlock block) {
        return block.get("Device").startsWith("PJSIP/trunk");
    }

    /** Of phones that ring together each says in its own time that it rings. */
    private String subject(AmiBlock block) {
        if (block.is("DialState")) {
            return "ringing of " + role(block.get("DestChannel"));
        }
        return block.has("Channel") ? role(block.get("Channel")) : block.get("Device");
    }

    private void learn(AmiBlock block) {
        String name = block.get("Channel");
        String endpoint = name.substring("PJSIP/".length(), name.lastIndexOf('-'));
        String role = endpoint.startsWith("trunk") ? "C" + ++callers : endpoint + "#" + ++legs;
        String id = block.get("Uniqueid");
        roles.put(name, role);
        roles.put(id, role);
        roles.put(id.substring(id.lastIndexOf('-') + 1), role);
    }

    private String role(String value) {
        return roles.getOrDefault(value, value);
    }

    private String normalise(AmiBlock block) {
        StringBuilder text = new StringBuilder();
        for (String line : block.lines()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            boolean early = block.is("DialState") && name.startsWith("DestChannelState");
            text.append(name)
                    .append(": ")
                    .append(early ? "#" : normalise(name, value))
                    .append('\n');
        }
        return text.toString();
    }

    private String normalise(String name, String value) {
        return switch (name) {
            case "Timestamp", "BridgeUniqueid", "Waited", "Turn" -> "#";
            case "ChanVariable", "DestChanVariable" -> "ACD_CALL=" + role(value.substring("ACD_CALL=".length()));
            default -> role(value);
        };
    }
}
