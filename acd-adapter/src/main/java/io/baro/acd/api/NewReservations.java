package io.baro.acd.api;

import io.baro.acd.care.CareIds;
import io.baro.acd.customer.CallTokens;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.DialableNumbers;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.customer.NumberSeal;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.CareCallAskedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.port.Actor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes promises that a person asks for: seals the number and gives the promise an id of its own. Never keeps a number or tells it. Any thread.
 */
public final class NewReservations {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,20}");

    private final CallerKeys keys;
    private final NumberSeal seal;
    private final CallTokens tokens;
    private final DialableNumbers dialable;
    private final Duration keep;
    private final LongSupplier epochMillis;
    private final SecureRandom random = new SecureRandom();

    /**
     * One of that installation.
     *
     * @param keep how long a promise lives whose end is not said
     */
    public NewReservations(KeyFile.Secrets secrets, DialableNumbers dialable, Duration keep, LongSupplier epochMillis) {
        keys = secrets.callerKeys();
        seal = secrets.numberSeal();
        tokens = secrets.callTokens();
        this.dialable = dialable;
        this.keep = keep;
        this.epochMillis = epochMillis;
    }

    /** What is wanted. */
    record Wish(int queueId, int pbxId, String number, Optional<Instant> from, Optional<Instant> until) {}

    /** Returns the promise's token when it is durable; throws {@link Problem} when it may not be made. */
    String make(Wish wish, OperatorCommands commands, Actor actor) {
        if (!NUMBER.matcher(wish.number).matches()) {
            throw Asked.unprocessable("number", "3 to 20 digits");
        }
        UnsafeBuffer number = new UnsafeBuffer(wish.number.getBytes(StandardCharsets.US_ASCII));
        if (!dialable.contains(number, 0, number.capacity())) {
            throw Problem.refused("not_dialable");
        }
        long from = wish.from.map(Instant::toEpochMilli).orElse(epochMillis.getAsLong());
        long until = wish.until.map(Instant::toEpochMilli).orElse(from + keep.toMillis());
        if (until <= from || until <= epochMillis.getAsLong()) {
            throw Asked.unprocessable("until", "a time after from and after now");
        }
        long id = CareIds.byHand(wish.pbxId, random);
        long key = keys.keyOf(number, 0, number.capacity());
        commands.sendDurably(
                CareCallAskedDecoder.TEMPLATE_ID,
                id,
                (buffer, header) ->
                        write(buffer, header, new Asking(id, key, wish.queueId, from, until), number, actor));
        return tokens.of(id);
    }

    private record Asking(long id, long callerKey, int queueId, long fromMillis, long untilMillis) {}

    private int write(
            MutableDirectBuffer buffer, MessageHeaderEncoder header, Asking asking, UnsafeBuffer number, Actor actor) {
        CareCallAskedEncoder message = new CareCallAskedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(asking.id)
                .callerKey(asking.callerKey)
                .queueId(asking.queueId)
                .fromMillis(asking.fromMillis)
                .untilMillis(asking.untilMillis)
                .boostMillis(0)
                .putActor(actor.bytes(), 0, Actor.BYTES);
        int at = message.offset() + CareCallAskedEncoder.numberEncodingOffset();
        seal.seal(number, 0, number.capacity(), buffer, at);
        return message.encodedLength();
    }
}
