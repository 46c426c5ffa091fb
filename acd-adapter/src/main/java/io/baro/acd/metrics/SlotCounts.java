package io.baro.acd.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A table of counters that one thread writes and any thread reads, a little late. Allocates nothing once made.
 *
 * <p>Rows are what is counted, columns where.
 */
final class SlotCounts {
    private final AtomicLongArray cells;
    private final int columns;

    SlotCounts(int rows, int columns) {
        this.cells = new AtomicLongArray(rows * columns);
        this.columns = columns;
    }

    void add(int row, int column, long amount) {
        int cell = row * columns + column;
        cells.setRelease(cell, cells.getPlain(cell) + amount);
    }

    void set(int row, int column, long value) {
        cells.setRelease(row * columns + column, value);
    }

    long get(int row, int column) {
        return cells.getAcquire(row * columns + column);
    }

    long sum(int row) {
        long sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += get(row, column);
        }
        return sum;
    }

    int columns() {
        return columns;
    }
}
