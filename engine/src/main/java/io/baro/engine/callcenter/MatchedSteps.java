package io.baro.engine.callcenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The steps that one profile matches, in order of queue id, then step, and which of them have somebody waiting. Runs on: routing thread. */
public final class MatchedSteps {
    private final OccupiedSteps occupied;
    private final List<Step> steps = new ArrayList<>();
    private int[] words = new int[0];
    private long[] masks = new long[0];
    private int[] firstIndexes = new int[0];

    MatchedSteps(OccupiedSteps occupied) {
        this.occupied = occupied;
    }

    /** How many there are. */
    public int size() {
        return steps.size();
    }

    /** One of them, by index from 0. */
    public Step at(int index) {
        return steps.get(index);
    }

    /**
     * The first at an index or behind it on which somebody waits; {@link #size()}: none.
     *
     * @param from index, from 0
     */
    public int nextOccupied(int from) {
        if (from >= steps.size()) {
            return steps.size();
        }
        int bit = steps.get(from).bit();
        int word = Arrays.binarySearch(words, OccupiedSteps.wordOf(bit));
        long waiting = occupied.word(words[word]) & masks[word] & (-1L << bit);
        while (waiting == 0) {
            word++;
            if (word == words.length) {
                return steps.size();
            }
            waiting = occupied.word(words[word]) & masks[word];
        }
        long before = masks[word] & ((waiting & -waiting) - 1);
        return firstIndexes[word] + Long.bitCount(before);
    }

    void add(Step step) {
        int at = steps.size();
        while (at > 0 && steps.get(at - 1).bit() > step.bit()) {
            at--;
        }
        steps.add(at, step);
        int word = OccupiedSteps.wordOf(step.bit());
        int place = Arrays.binarySearch(words, word);
        if (place < 0) {
            place = -place - 1;
            words = inserted(words, place);
            words[place] = word;
            firstIndexes = inserted(firstIndexes, place);
            long[] more = new long[masks.length + 1];
            System.arraycopy(masks, 0, more, 0, place);
            System.arraycopy(masks, place, more, place + 1, masks.length - place);
            masks = more;
        }
        masks[place] |= 1L << step.bit();
        count();
    }

    private void count() {
        int before = 0;
        for (int i = 0; i < words.length; i++) {
            firstIndexes[i] = before;
            before += Long.bitCount(masks[i]);
        }
    }

    private static int[] inserted(int[] values, int place) {
        int[] more = new int[values.length + 1];
        System.arraycopy(values, 0, more, 0, place);
        System.arraycopy(values, place, more, place + 1, values.length - place);
        return more;
    }
}
