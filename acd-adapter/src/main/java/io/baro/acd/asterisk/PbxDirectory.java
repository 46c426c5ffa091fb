package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The names of one PBX and the router's numbers for them: endpoints and agents, queues, dialled numbers. Looked up by bytes without
 * allocation. Agents may come while it is used, the rest stays. Safe for any thread.
 */
public final class PbxDirectory {
    private static final int NONE = -1;

    /** Of an endpoint or a queue, as the dialplan's whitelists have it. */
    private static final int MAX_NAME_BYTES = 32;

    /** Of endpoint, underscore and centre: {@code o_}, 19 digits of an offer and 4 of a ring time leave so much of Asterisk's 79 bytes. */
    public static final int MAX_ADDRESS_BYTES = 52;

    private static final byte[] LEG_PREFIX = ascii("PJSIP/");

    /** chan_pjsip names a channel by its endpoint, a dash and a count of 8 hexadecimal digits. */
    private static final int LEG_SUFFIX_BYTES = 9;

    /** An agent and what this PBX dials to reach his phone: the endpoint that it registers as, if it is this PBX's own. */
    public record AgentEntry(int agentId, String endpoint) {
        /** An agent of another centre, reached over the trunk to it. No endpoint has an underscore, so none is taken for him. */
        public static AgentEntry lent(int agentId, String endpoint, String centre) {
            return new AgentEntry(agentId, endpoint + '_' + centre);
        }
    }

    /** A queue of this PBX and its name in the dialplan. */
    public record QueueEntry(int queueId, String name) {}

    private final int pbxId;
    private volatile Agents agents;
    private final AsciiNames queues;
    private final int[] queueIds;
    private final byte[][] nameByQueue;
    private final AsciiNames numbers;
    private final int[] entryQueueIds;
    private final int defaultEntryQueueId;

    public PbxDirectory(
            int pbxId,
            List<AgentEntry> agents,
            List<QueueEntry> queues,
            Map<String, Integer> entryQueueByNumber,
            int defaultEntryQueueId) {
        this.pbxId = pbxId;
        this.defaultEntryQueueId = defaultEntryQueueId;
        this.agents = Agents.of(agents);
        queues.forEach(queue -> requireShort(queue.name(), MAX_NAME_BYTES));
        this.queues = new AsciiNames(queues.stream().map(QueueEntry::name).toArray(String[]::new));
        queueIds = queues.stream().mapToInt(QueueEntry::queueId).toArray();
        nameByQueue = byId(queueIds, this.queues);
        List<Map.Entry<String, Integer>> entries = List.copyOf(entryQueueByNumber.entrySet());
        numbers = new AsciiNames(entries.stream().map(Map.Entry::getKey).toArray(String[]::new));
        entryQueueIds = entries.stream().mapToInt(Map.Entry::getValue).toArray();
    }

    /** Knows these agents from now on, all of them at once; ids that were known before must stay with their endpoints. */
    public void replaceAgents(List<AgentEntry> entries) {
        agents = Agents.of(entries);
    }

    /** Its agents at one time: swapped whole. */
    private static final class Agents {
        private final AsciiNames endpoints;
        private final int[] ids;
        private final byte[][] endpointById;

        private Agents(AsciiNames endpoints, int[] ids, byte[][] endpointById) {
            this.endpoints = endpoints;
            this.ids = ids;
            this.endpointById = endpointById;
        }

        static Agents of(List<AgentEntry> entries) {
            entries.forEach(agent -> requireShort(agent.endpoint(), addressLimit(agent.endpoint())));
            AsciiNames endpoints =
                    new AsciiNames(entries.stream().map(AgentEntry::endpoint).toArray(String[]::new));
            int[] ids = entries.stream().mapToInt(AgentEntry::agentId).toArray();
            return new Agents(endpoints, ids, byId(ids, endpoints));
        }
    }

    private static int addressLimit(String endpoint) {
        return endpoint.indexOf('_') < 0 ? MAX_NAME_BYTES : MAX_ADDRESS_BYTES;
    }

    private static void requireShort(String name, int limit) {
        if (name.length() > limit) {
            throw new IllegalArgumentException("longer than " + limit + " bytes: " + name);
        }
    }

    public int pbxId() {
        return pbxId;
    }

    /** The agent whose phone that is, as this PBX dials it, or -1. */
    public int agentAt(byte[] bytes, int from, int length) {
        Agents now = agents;
        int index = now.endpoints.find(bytes, from, length);
        return index < 0 ? NONE : now.ids[index];
    }

    /** The agent whose phone a leg {@code PJSIP/<endpoint>-<8 hex digits>} rings, or -1. */
    int agentOfLeg(byte[] bytes, int from, int length) {
        int endpoint = length - LEG_PREFIX.length - LEG_SUFFIX_BYTES;
        boolean isLeg = endpoint > 0
                && Arrays.equals(bytes, from, from + LEG_PREFIX.length, LEG_PREFIX, 0, LEG_PREFIX.length)
                && bytes[from + LEG_PREFIX.length + endpoint] == '-';
        return isLeg ? agentAt(bytes, from + LEG_PREFIX.length, endpoint) : NONE;
    }

    /** The queue of that name, or -1. */
    public int queueNamed(byte[] bytes, int from, int length) {
        int index = queues.find(bytes, from, length);
        return index < 0 ? NONE : queueIds[index];
    }

    /** The queue that waits behind the dialled number, or the default one. */
    public int entryQueue(AmiBlock block, AmiHeader dialledNumber) {
        int index = block.oneOf(dialledNumber, numbers);
        return index < 0 ? defaultEntryQueueId : entryQueueIds[index];
    }

    /** The queue of that place in the configuration, or -1. */
    int queueOfKind(int kind) {
        return kind < 0 || kind >= queueIds.length ? NONE : queueIds[kind];
    }

    /** What this PBX dials to reach the agent, or null if it cannot. */
    byte[] endpointOf(int agentId) {
        Agents now = agents;
        return agentId < 0 || agentId >= now.endpointById.length ? null : now.endpointById[agentId];
    }

    /** The queue's name in the dialplan, or null if it is not of this PBX. */
    byte[] queueName(int queueId) {
        return queueId < 0 || queueId >= nameByQueue.length ? null : nameByQueue[queueId];
    }

    private static byte[][] byId(int[] ids, AsciiNames names) {
        byte[][] byId = new byte[Arrays.stream(ids).max().orElse(NONE) + 1][];
        for (int i = 0; i < ids.length; i++) {
            byId[ids[i]] = names.bytes(i);
        }
        return byId;
    }

    @Override
    public String toString() {
        return "pbx " + pbxId + ": " + agents.ids.length + " agents, " + queueIds.length + " queues";
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
