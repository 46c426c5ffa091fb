package io.baro.engine.routing;

import io.baro.engine.state.State;

/**
 * Folds every visited field of the router's state into one number, the same on every machine for the same commands. Changes
 * nothing. Runs on: routing thread, outside the hot path.
 */
final class StateHash implements State {
    private long hash;

    /** What was folded so far. */
    long value() {
        return hash;
    }

    /** The finaliser of MurmurHash3 (Appleby 2011). */
    static long finish(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    @Override
    public boolean next(boolean value) {
        mix(value ? 1 : 0);
        return value;
    }

    @Override
    public int next(int value) {
        mix(value);
        return value;
    }

    @Override
    public long next(long value) {
        mix(value);
        return value;
    }

    @Override
    public void next(byte[] values, int count) {
        for (int i = 0; i < count; i++) {
            mix(values[i]);
        }
    }

    /** Mixes one more value in: the finaliser over their combination. */
    private void mix(long value) {
        long mixed = (hash ^ value) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash = mixed ^ (mixed >>> 33);
    }
}
