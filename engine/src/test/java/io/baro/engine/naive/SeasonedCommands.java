package io.baro.engine.naive;

import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives random commands what the naive twin cannot follow, because it makes no estimates: steps that open by them, shares of callbacks,
 * closing times, and callers who have waited for an hour.
 */
final class SeasonedCommands {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final long HOUR = 3_600_000;

    private final SplittableRandom dice;

    SeasonedCommands(SplittableRandom dice) {
        this.dice = dice;
    }

    Command of(Command plain) {
        Command command = Command.of(plain.time(), plain.bytes(), plain.bytes().capacity());
        UnsafeBuffer bytes = command.bytes();
        switch (new MessageHeaderDecoder().wrap(bytes, 0).templateId()) {
            case QueueOpenedDecoder.TEMPLATE_ID ->
                put(bytes, QueueOpenedDecoder.closesAtMillisEncodingOffset(), plain.time() + dice.nextLong(HOUR));
            case LadderStepDefinedDecoder.TEMPLATE_ID -> {
                put(bytes, LadderStepDefinedDecoder.ewtOverMillisEncodingOffset(), dice.nextLong(-1, 600_000));
                put(bytes, LadderStepDefinedDecoder.ewtAdvantageMillisEncodingOffset(), dice.nextLong(-1, 60_000));
            }
            case QueueDefinedDecoder.TEMPLATE_ID ->
                bytes.putShort(
                        BODY + QueueDefinedDecoder.callbackPermilleEncodingOffset(),
                        (short) dice.nextInt(500),
                        ByteOrder.LITTLE_ENDIAN);
            case CallWaitingDecoder.TEMPLATE_ID -> {
                if (dice.nextInt(20) == 0) {
                    put(bytes, CallWaitingDecoder.waitedMillisEncodingOffset(), HOUR);
                }
            }
            default -> {}
        }
        return command;
    }

    private static void put(UnsafeBuffer bytes, int offset, long value) {
        bytes.putLong(BODY + offset, value, ByteOrder.LITTLE_ENDIAN);
    }
}
