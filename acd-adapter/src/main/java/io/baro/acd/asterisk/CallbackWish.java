package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.RefusalReason;
import java.util.Optional;

/**
 * What a caller who pressed 1 wants: at which number and when. The number is the one he calls from, or one that he typed. Finds what is
 * wrong with it; the router refuses. Allocates, as a reservation is rare beside a call. Runs on: event loop.
 */
final class CallbackWish {
    private final Callers callers;
    private final CallbackTerms terms;
    private final Commands commands;

    CallbackWish(Callers callers, CallbackTerms terms, Commands commands) {
        this.callers = callers;
        this.terms = terms;
        this.commands = commands;
    }

    void accepted(long callId, AmiBlock block) {
        AmiHeader number = block.length(AmiHeader.TO) > 0 ? AmiHeader.TO : AmiHeader.NUM;
        // He is known by the number that he calls from, wherever he wants to be called.
        long own = callers.keyOf(block, AmiHeader.NUM);
        long callerKey = own == Callers.WITHHELD ? callers.keyOf(block, number) : own;
        boolean dialable = terms.numbers().contains(block.buffer(), block.offset(number), block.length(number));
        boolean anyTime = block.length(AmiHeader.HOUR) == 0;
        Optional<CallbackTerms.Window> window = anyTime
                ? Optional.empty()
                : terms.next(block.number(AmiHeader.HOUR), callers.epochMillis().getAsLong());
        RefusalReason problem = RefusalReason.NULL_VAL;
        if (!dialable) {
            problem = RefusalReason.NOT_DIALABLE;
        } else if (!anyTime && window.isEmpty()) {
            problem = RefusalReason.OUTSIDE_HOURS;
        }
        CallbackAcceptedEncoder accepted = commands.callbackAccepted();
        accepted.callId(callId)
                .callerKey(callerKey)
                .fromMillis(window.map(CallbackTerms.Window::fromMillis).orElse(0L))
                .untilMillis(window.map(CallbackTerms.Window::untilMillis).orElse(0L))
                .problem(problem);
        // What cannot be dialled is not kept: the sealed field holds an empty number.
        callers.seal(
                block,
                number,
                dialable && callerKey != Callers.WITHHELD ? block.length(number) : 0,
                accepted.buffer(),
                accepted.offset() + CallbackAcceptedDecoder.numberEncodingOffset());
        commands.send(accepted.encodedLength());
    }
}
