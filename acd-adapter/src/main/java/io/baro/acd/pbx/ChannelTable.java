package io.baro.acd.pbx;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Owns the channels of one PBX by name, and the names and ids of new ones. Only the loop's thread touches it. */
final class ChannelTable {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final VirtualClock clock;
    private final String prefix;
    private final Map<String, PbxChannel> channels = new HashMap<>();
    private long uniqueIds;
    private int numbers;
    private long bridges;

    ChannelTable(VirtualClock clock, String systemName) {
        this.clock = clock;
        this.prefix = systemName.isEmpty() ? "" : systemName + '-';
    }

    /** A channel to or from that endpoint. */
    PbxChannel open(String endpoint, ChannelState state) {
        return open(endpoint, prefix + clock.nowMicros() / MICROS_PER_SECOND + '.' + uniqueIds++, state);
    }

    /** The same with an id that somebody chose. */
    PbxChannel open(String endpoint, String uniqueId, ChannelState state) {
        StringBuilder name = new StringBuilder("PJSIP/").append(endpoint).append('-');
        String number = Integer.toHexString(numbers++);
        name.append("0".repeat(Integer.BYTES * 2 - number.length())).append(number);
        PbxChannel channel = new PbxChannel(name.toString(), Ascii.bytes(uniqueId), clock.nowMicros(), state);
        channels.put(channel.name, channel);
        return channel;
    }

    /** One half of a Local channel; both halves of one have a number between them. */
    PbxChannel openLocal(CallbackRequest request, int half) {
        String number = Integer.toHexString(half == 1 ? numbers++ : numbers - 1);
        String name = "Local/" + request.exten() + '@' + Ascii.text(request.context()) + '-'
                + "0".repeat(Integer.BYTES * 2 - number.length()) + number + ';' + half;
        String uniqueId = half == 1 ? request.nearId() : request.farId();
        PbxChannel channel = new PbxChannel(name, Ascii.bytes(uniqueId), clock.nowMicros(), ChannelState.DOWN);
        channel.at(request.context(), Ascii.bytes(request.exten()), 1);
        channels.put(channel.name, channel);
        return channel;
    }

    /** {@code <epoch>.<seq>}: the unique id without the system's name. */
    String callOf(PbxChannel channel) {
        return Ascii.text(channel.uniqueId).substring(prefix.length());
    }

    byte[] newBridgeId() {
        String number = Long.toHexString(++bridges);
        return Ascii.bytes("00000000-0000-4000-8000-" + "0".repeat(12 - number.length()) + number);
    }

    PbxChannel get(String name) {
        return channels.get(name);
    }

    boolean hasUniqueId(String uniqueId) {
        byte[] wanted = Ascii.bytes(uniqueId);
        return channels.values().stream().anyMatch(channel -> Arrays.equals(channel.uniqueId, wanted));
    }

    void close(PbxChannel channel) {
        channels.remove(channel.name);
    }

    Collection<PbxChannel> all() {
        return channels.values();
    }

    /** The PBX starts anew: numbers begin at 0 again. What was open is returned. */
    List<PbxChannel> clear() {
        List<PbxChannel> open = List.copyOf(channels.values());
        channels.clear();
        numbers = 0;
        uniqueIds = 0;
        return open;
    }
}
