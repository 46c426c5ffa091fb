package io.baro.acd.config;

import io.baro.engine.message.CallbackPolicyDefinedEncoder;
import io.baro.engine.message.CallingHoursChangedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;

/** Tells the router how callbacks are tried. Owned by the one thread that sends configuration. */
final class DeskCommands {
    private final CommandOffer offer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallbackPolicyDefinedEncoder policy = new CallbackPolicyDefinedEncoder();
    private final CallingHoursChangedEncoder hours = new CallingHoursChangedEncoder();

    DeskCommands(CommandOffer offer) {
        this.offer = offer;
    }

    /** The policy; and any hour is right where no calendar says otherwise, whatever an earlier life was told. */
    void send(CallbackPlan plan) {
        policy.wrapAndApplyHeader(offer.buffer(), 0, header)
                .mostAttempts((short) plan.attempts())
                .busyRetryMillis(plan.retryBusy().toMillis())
                .noAnswerRetryMillis(plan.retryNoAnswer().toMillis())
                .trunkRetryMillis(plan.retryTrunk().toMillis())
                .lifeMillis(plan.keep().toMillis())
                .ringMillis(plan.ring().toMillis())
                .yieldMillis(plan.yield().toMillis());
        offer.sendMessage(policy.encodedLength());
        if (plan.hours().isEmpty()) {
            callingHours(true);
        }
    }

    void callingHours(boolean allowed) {
        hours.wrapAndApplyHeader(offer.buffer(), 0, header).allowed((short) (allowed ? 1 : 0));
        offer.sendMessage(hours.encodedLength());
    }
}
