package io.baro.acd.config;

import java.util.List;
import java.util.Map;

/** Names skills to the router by their places in the list, so that the same configuration is the same bytes. Stateless. */
final class SkillOrder {
    private SkillOrder() {}

    /** Takes a skill and its level or weight. */
    @FunctionalInterface
    interface Consumer {
        void accept(short skillId, short level);
    }

    static void forEach(List<String> names, Map<String, Integer> levels, Consumer consumer) {
        for (int skillId = 0; skillId < names.size(); skillId++) {
            Integer level = levels.get(names.get(skillId));
            if (level != null) {
                consumer.accept((short) skillId, level.shortValue());
            }
        }
    }
}
