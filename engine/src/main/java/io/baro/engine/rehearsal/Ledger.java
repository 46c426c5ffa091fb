package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallHungUpDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.ReservationOutcome;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * Owns the accounting identity of a day, kept twice: by what the router says became of each call, and by what the PBXs saw. Both must
 * agree, centre by centre, and nobody may be left over. One thread.
 */
public final class Ledger implements Onlooker {
    private static final int OUTCOMES = CallOutcome.FAILED_OVER.value() + 1;

    private final long[] came;
    private final long[] admitted;
    private final long[][] closed;
    private final long[] talksSeen;
    private final long[] connected;
    private final LongHashSet live = new LongHashSet();
    private final LongHashSet onTheLine = new LongHashSet();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallHungUpDecoder hungUp = new CallHungUpDecoder();
    private final OfferProgressedDecoder progressed = new OfferProgressedDecoder();
    private final CallAdmittedDecoder admission = new CallAdmittedDecoder();
    private final CallConnectedDecoder connection = new CallConnectedDecoder();
    private final CallClosedDecoder closing = new CallClosedDecoder();
    private final ReservationLedger reservations = new ReservationLedger();
    private long strays;
    private long answeredInTime;
    private final long objectiveMillis;

    /**
     * An empty ledger.
     *
     * @param objectiveMillis an answer within it counts for the service level
     */
    public Ledger(int pbxs, long objectiveMillis) {
        this.objectiveMillis = objectiveMillis;
        came = new long[pbxs];
        admitted = new long[pbxs];
        closed = new long[pbxs][OUTCOMES];
        talksSeen = new long[pbxs];
        connected = new long[pbxs];
    }

    /** Calls that were offered to Baro. */
    public long calls() {
        return Arrays.stream(admitted).sum();
    }

    /** Calls that an agent answered. */
    public long answered() {
        return Arrays.stream(connected).sum();
    }

    /** Answered within the objective. */
    public long answeredInTime() {
        return answeredInTime;
    }

    /** Calls that ended so. */
    public long closed(CallOutcome outcome) {
        return Arrays.stream(closed)
                .mapToLong(centre -> centre[outcome.value()])
                .sum();
    }

    /** Calls that are not over. */
    public long inProgress() {
        return live.size();
    }

    /** Callbacks that were promised. */
    public long promised() {
        return reservations.made();
    }

    /** Promises that ended so. */
    public long closed(ReservationOutcome outcome) {
        return reservations.closed(outcome);
    }

    /** Promises that are not closed. */
    public long owed() {
        return reservations.open();
    }

    /** Whether offered = answered + abandoned + reserved + diverted + refused + failed over + in progress, twice, everywhere, and every promise has an end or is open. */
    public boolean identityHolds() {
        boolean holds = strays == 0 && live.isEmpty() == onTheLine.isEmpty();
        long open = 0;
        for (int pbx = 0; pbx < admitted.length; pbx++) {
            long ended = Arrays.stream(closed[pbx]).sum();
            open += admitted[pbx] - ended;
            holds &= came[pbx] == admitted[pbx]
                    && talksSeen[pbx] == connected[pbx]
                    && connected[pbx] >= closed[pbx][CallOutcome.ANSWERED.value()];
        }
        return holds && open == live.size() && reservations.identityHolds();
    }

    @Override
    public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
        reservations.onCommand(buffer, offset);
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID -> {
                long callId = arrived.wrapAndApplyHeader(buffer, offset, header).callId();
                came[pbxOf(callId)]++;
                onTheLine.add(callId);
            }
            case OfferProgressedDecoder.TEMPLATE_ID -> {
                progressed.wrapAndApplyHeader(buffer, offset, header);
                boolean talk = progressed.stage() == OfferStage.CONNECTED && !CallIds.isCallback(progressed.callId());
                talksSeen[pbxOf(progressed.callId())] += talk ? 1 : 0;
            }
            case CallHungUpDecoder.TEMPLATE_ID ->
                onTheLine.remove(
                        hungUp.wrapAndApplyHeader(buffer, offset, header).callId());
            default -> {
                // Neither brings nor ends a caller.
            }
        }
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        reservations.onDecision(buffer, offset);
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID -> {
                long callId =
                        admission.wrapAndApplyHeader(buffer, offset, header).callId();
                admitted[pbxOf(callId)]++;
                strays += live.add(callId) ? 0 : 1;
            }
            case CallConnectedDecoder.TEMPLATE_ID -> {
                connection.wrapAndApplyHeader(buffer, offset, header);
                connected[pbxOf(connection.callId())]++;
                answeredInTime += connection.waitedMillis() <= objectiveMillis ? 1 : 0;
            }
            case CallClosedDecoder.TEMPLATE_ID -> {
                closing.wrapAndApplyHeader(buffer, offset, header);
                closed[pbxOf(closing.callId())][closing.outcome().value()]++;
                strays += live.remove(closing.callId()) ? 0 : 1;
            }
            default -> {
                // Counts nobody.
            }
        }
    }

    private static int pbxOf(long callId) {
        return CallIds.pbxOf(callId);
    }
}
