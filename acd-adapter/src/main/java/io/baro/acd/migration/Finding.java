package io.baro.acd.migration;

/**
 * What of an old configuration is not simply taken: where it stands, and what to use instead. Never holds a value of the file: some are
 * names of people. Immutable; any thread.
 *
 * @param line of the old file, from 1
 * @param section its queue, or general
 * @param option the word of the old file
 * @param what in words for the operator: what became of it, or what to use instead
 */
public record Finding(int line, String section, String option, Kind kind, String what) {

    /** How much there is to do about it. */
    public enum Kind {
        /** Taken, but it is not quite the same. */
        NEAR("near"),
        /** Not taken: something else does it, or nothing does. */
        WITHOUT("without_counterpart"),
        /** Not taken, and not missed: it is always so. */
        NOT_NEEDED("not_needed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As programs read it. */
        public String word() {
            return word;
        }
    }
}
