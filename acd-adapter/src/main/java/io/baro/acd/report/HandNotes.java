package io.baro.acd.report;

import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.Actor;
import java.util.Locale;
import org.agrona.DirectBuffer;

/**
 * Owns what the command at hand wants done to one call by hand, and who wants it; writes what became of it where no other decision
 * tells. Decides nothing. One thread.
 */
final class HandNotes {
    private static final int NOTHING = 0;

    private final long callId;
    private final ReportNames names;
    private final Explanation explanation;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallRankedDecoder ranked = new CallRankedDecoder();
    private final CallMovedDecoder moved = new CallMovedDecoder();
    private final CallWithdrawnDecoder withdrawn = new CallWithdrawnDecoder();
    private final CallRerankedDecoder reranked = new CallRerankedDecoder();
    private final CommandRefusedDecoder refused = new CommandRefusedDecoder();
    private int templateId;
    private int queueId;
    private String wanted = "";
    private String who = "";

    HandNotes(long callId, ReportNames names, Explanation explanation) {
        this.callId = callId;
        this.names = names;
        this.explanation = explanation;
    }

    /** Looks at the command that is decided next. */
    void take(DirectBuffer buffer, int offset) {
        templateId = NOTHING;
        header.wrap(buffer, offset);
        int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        switch (header.templateId()) {
            case CallRankedDecoder.TEMPLATE_ID -> {
                ranked.wrapAndApplyHeader(buffer, offset, header);
                String boost = OfferWords.seconds(ranked.boostMillis());
                note(
                        ranked.callId(),
                        "a head start of " + boost,
                        buffer,
                        body + CallRankedDecoder.actorEncodingOffset());
            }
            case CallMovedDecoder.TEMPLATE_ID -> {
                moved.wrapAndApplyHeader(buffer, offset, header);
                queueId = moved.queueId();
                String move = "a move to " + queue(queueId);
                note(moved.callId(), move, buffer, body + CallMovedDecoder.actorEncodingOffset());
            }
            case CallWithdrawnDecoder.TEMPLATE_ID -> {
                withdrawn.wrapAndApplyHeader(buffer, offset, header);
                note(withdrawn.callId(), "the way out", buffer, body + CallWithdrawnDecoder.actorEncodingOffset());
            }
            default -> {
                // Done by a telephone, or to somebody else.
            }
        }
    }

    /** Whether the call joins that queue because somebody wants it there. */
    boolean isMovedTo(int joinedQueueId) {
        return templateId == CallMovedDecoder.TEMPLATE_ID && queueId == joinedQueueId;
    }

    /** Whether the call leaves the line because somebody wants it to. */
    boolean isTakenOut() {
        return templateId == CallWithdrawnDecoder.TEMPLATE_ID;
    }

    /** Empty: nobody said. */
    String who() {
        return who;
    }

    /** {@code by kim}, or without a name {@code by hand}. */
    String by() {
        return who.isEmpty() ? "by hand" : "by " + who;
    }

    /** Writes another rank, or a refusal. */
    void decided(long timeMillis, long joinedMillis, DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == CallRerankedDecoder.TEMPLATE_ID) {
            reranked.wrapAndApplyHeader(buffer, offset, header);
            if (reranked.callId() == callId) {
                rankChanged(timeMillis, joinedMillis);
            }
        } else if (templateId != NOTHING && header.templateId() == CommandRefusedDecoder.TEMPLATE_ID) {
            refused.wrapAndApplyHeader(buffer, offset, header);
            if (refused.templateId() == templateId && refused.subject() == callId) {
                refused(timeMillis);
            }
        }
    }

    private void rankChanged(long timeMillis, long joinedMillis) {
        long boost = reranked.boostMillis();
        explanation.add(
                timeMillis,
                "rank_changed",
                Explanation.parts("queue", names.queue(reranked.queueId()), "boost_ms", boost, "by", who),
                "rank changed " + by() + ": now " + explanation.clock(joinedMillis - boost) + " = joined "
                        + explanation.clock(joinedMillis) + " - boost " + OfferWords.seconds(boost));
    }

    private void refused(long timeMillis) {
        String reason = refused.reason().name();
        explanation.add(
                timeMillis,
                "refused",
                Explanation.parts("reason", reason, "by", who),
                wanted + ", wanted " + by() + ", is refused: "
                        + reason.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Somebody may have named one that is not there. */
    private String queue(int id) {
        boolean known = id < names.centres().size() * names.kinds().size();
        return known ? names.queue(id) : "queue " + id;
    }

    private void note(long subject, String what, DirectBuffer buffer, int actorOffset) {
        if (subject == callId) {
            templateId = header.templateId();
            wanted = what;
            who = Actor.at(buffer, actorOffset).name();
        }
    }
}
