package io.baro.acd.report;

import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import io.baro.engine.rehearsal.Onlooker;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/**
 * Owns what became of a day's reservations: how each ended, how many are still open, how long customers waited for the first call to
 * them. Decides nothing. One thread.
 */
public final class CallbackFigures implements Onlooker {
    /** Two digits are one per cent of a wait. */
    private static final int DIGITS = 2;

    private static final double MIDDLE = 50;
    private static final double HIGH = 90;
    private static final double ALL = 100;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] closed = new long[ReservationOutcome.EXPIRED.value() + 1];
    private final Long2LongHashMap wished = new Long2LongHashMap(NEVER);
    private final LongHashSet open = new LongHashSet();
    private final Histogram untilCalled = new Histogram(DIGITS);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final ReservationChangedDecoder changed = new ReservationChangedDecoder();
    private final ReservationClosedDecoder closing = new ReservationClosedDecoder();

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case ConfirmReservationDecoder.TEMPLATE_ID -> {
                long id = confirm.wrapAndApplyHeader(buffer, offset, header).reservationId();
                if (!open.contains(id)) {
                    wished.put(id, timeMillis);
                }
            }
            case ReservationChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                open.add(changed.reservationId());
                if (changed.state() == ReservationState.CALLING) {
                    called(changed.reservationId(), timeMillis);
                }
            }
            case ReservationClosedDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                open.remove(closing.reservationId());
                wished.remove(closing.reservationId());
                closed[closing.outcome().value()]++;
            }
            default -> {
                // Promises nothing.
            }
        }
    }

    private void called(long id, long nowMillis) {
        long since = wished.remove(id);
        if (since != NEVER) {
            untilCalled.recordValue(Math.max(0, nowMillis - since));
        }
    }

    /** All of them in words, for a line of figures. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "callbacks_kept=%d callbacks_open=%d callbacks_exhausted=%d callbacks_withdrawn=%d callbacks_expired=%d"
                        + " callback_after_p50=%ds callback_after_p90=%ds callback_after_max=%ds",
                closed(ReservationOutcome.KEPT),
                open.size(),
                closed(ReservationOutcome.EXHAUSTED),
                closed(ReservationOutcome.WITHDRAWN),
                closed(ReservationOutcome.EXPIRED),
                untilCalledSeconds(MIDDLE),
                untilCalledSeconds(HIGH),
                untilCalledSeconds(ALL));
    }

    /** The same for machines. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"kept\":%d,\"open\":%d,\"exhausted\":%d,\"withdrawn\":%d,\"expired\":%d,"
                        + "\"after_p50_s\":%d,\"after_p90_s\":%d,\"after_max_s\":%d}",
                closed(ReservationOutcome.KEPT),
                open.size(),
                closed(ReservationOutcome.EXHAUSTED),
                closed(ReservationOutcome.WITHDRAWN),
                closed(ReservationOutcome.EXPIRED),
                untilCalledSeconds(MIDDLE),
                untilCalledSeconds(HIGH),
                untilCalledSeconds(ALL));
    }

    private long closed(ReservationOutcome outcome) {
        return closed[outcome.value()];
    }

    /** From the wish to the first call to the customer, of those who were called; 0 of none. */
    private long untilCalledSeconds(double percentile) {
        return untilCalled.getTotalCount() == 0 ? 0 : untilCalled.getValueAtPercentile(percentile) / MILLIS_PER_SECOND;
    }
}
