package io.baro.acd.migration;

import io.baro.acd.migration.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one agent of all members that have his phone. Never decides about queues. Used by one thread. */
final class AgentBook {
    private static final int MOST_ID_DIGITS = 10;
    private static final int WEIGHT = 10;

    private final List<Finding> findings;
    private final Map<String, Draft> byEndpoint = new LinkedHashMap<>();
    private final Names endpoints = new Names();
    private final Set<String> ids = new HashSet<>();

    /** An agent of whom more may come. */
    private static final class Draft {
        private final String endpoint;
        private final Map<String, Integer> skills = new HashMap<>();
        private int weight;
        private boolean paused;

        Draft(String endpoint) {
            this.endpoint = endpoint;
        }
    }

    AgentBook(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Notes that he takes calls of a queue.
     *
     * @param weight his share under weighted-random; 0: the queue says nothing of it
     * @return false: Baro cannot ring that phone, and he is left out
     */
    boolean add(MemberLine member, String queue, String skill, int level, int weight) {
        if (!canRing(member, queue)) {
            return false;
        }
        member.others().forEach(cell -> tell(member, queue, Kind.WITHOUT, "no place for " + cell + " of a member"));
        Draft draft = byEndpoint.computeIfAbsent(endpoint(member, queue), Draft::new);
        if (!skill.isEmpty() && draft.skills.put(skill, level) != null) {
            tell(member, queue, Kind.NEAR, "stands twice in this queue: the last line counts");
        }
        if (weight > 0 && draft.weight > 0 && draft.weight != weight) {
            tell(member, queue, Kind.NEAR, "an agent has one weight for all queues: the last one counts");
        }
        draft.weight = weight > 0 ? weight : draft.weight;
        draft.paused |= member.paused();
        return true;
    }

    List<ImportedAgent> agents() {
        List<ImportedAgent> agents = new ArrayList<>();
        for (Draft draft : byEndpoint.values()) {
            agents.add(new ImportedAgent(
                    id(draft.endpoint),
                    draft.endpoint,
                    draft.skills,
                    draft.weight == 0 ? WEIGHT : draft.weight,
                    !draft.paused));
        }
        return agents;
    }

    private boolean canRing(MemberLine member, String queue) {
        if (member.address().isEmpty()) {
            tell(member, queue, Kind.WITHOUT, "names no phone: he is left out");
            return false;
        }
        switch (member.technology()) {
            case "PJSIP" -> {
                return true;
            }
            case "SIP" -> tell(member, queue, Kind.NEAR, "chan_sip is gone: his phone must become a PJSIP endpoint");
            case "Local" ->
                tell(
                        member,
                        queue,
                        Kind.NEAR,
                        "an extension: Baro rings the PJSIP endpoint of that name, see that it is there");
            case "Agent" ->
                tell(
                        member,
                        queue,
                        Kind.NEAR,
                        "an agent of app_agent_pool: Baro rings the PJSIP endpoint of that name, see that it is there");
            default -> {
                tell(member, queue, Kind.WITHOUT, "Baro rings PJSIP endpoints alone: he is left out");
                return false;
            }
        }
        return true;
    }

    private String endpoint(MemberLine member, String queue) {
        String endpoint = endpoints.of(member.address());
        if (!endpoint.equals(member.address())) {
            tell(
                    member,
                    queue,
                    Kind.NEAR,
                    "endpoints are of a-z, 0-9 and -: rename it to " + endpoint + " in pjsip.conf");
        }
        return endpoint;
    }

    /** The digits of his phone's name, if nobody has them yet; else the next number. */
    private String id(String endpoint) {
        String digits = endpoint.replaceAll("[^0-9]", "");
        if (!digits.isEmpty() && digits.length() <= MOST_ID_DIGITS && ids.add(digits)) {
            return digits;
        }
        int next = ids.size() + 1;
        while (!ids.add(Integer.toString(next))) {
            next++;
        }
        return Integer.toString(next);
    }

    private void tell(MemberLine member, String queue, Kind kind, String what) {
        findings.add(new Finding(member.line(), queue, "member", kind, what));
    }
}
