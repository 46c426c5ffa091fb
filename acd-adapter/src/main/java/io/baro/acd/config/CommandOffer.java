package io.baro.acd.config;

import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.port.Ingress;
import java.util.concurrent.locks.LockSupport;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Offers configuration commands one after the other and waits for room: configuration is never dropped. Never used on a thread
 * that a call waits for. Owned by the one thread that sends configuration.
 */
public final class CommandOffer {
    private static final long PAUSE_NANOS = 100_000;

    private final Ingress ingress;
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(Ingress.MAX_COMMAND_BYTES);

    public CommandOffer(Ingress ingress) {
        this.ingress = ingress;
    }

    /** Where the next message is encoded, its header first. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /**
     * Offers the message that stands behind its header at the start of the buffer.
     *
     * @throws IllegalStateException when the runtime is stopping
     */
    public void sendMessage(int messageLength) {
        int length = MessageHeaderEncoder.ENCODED_LENGTH + messageLength;
        Ingress.Offer offer = ingress.offer(buffer, 0, length, System.nanoTime());
        while (offer == Ingress.Offer.BACK_PRESSURED) {
            LockSupport.parkNanos(PAUSE_NANOS);
            offer = ingress.offer(buffer, 0, length, System.nanoTime());
        }
        if (offer == Ingress.Offer.CLOSED) {
            throw new IllegalStateException("the runtime is stopping");
        }
    }
}
