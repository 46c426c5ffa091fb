package io.baro.bench.decode;

import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to write and to read the two commands that most of a call's commands are: SBE, header and all fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CommandCodec {
    private static final int MOST_BYTES = 512;

    private final UnsafeBuffer out = new UnsafeBuffer(new byte[MOST_BYTES]);
    private final UnsafeBuffer arrivedIn = new UnsafeBuffer(new byte[MOST_BYTES]);
    private final UnsafeBuffer progressedIn = new UnsafeBuffer(new byte[MOST_BYTES]);
    private final MessageHeaderEncoder headerOut = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerIn = new MessageHeaderDecoder();
    private final CallArrivedEncoder arrived = new CallArrivedEncoder();
    private final CallArrivedDecoder arrivedRead = new CallArrivedDecoder();
    private final OfferProgressedEncoder progressed = new OfferProgressedEncoder();
    private final OfferProgressedDecoder progressedRead = new OfferProgressedDecoder();
    private long callId = 1;

    @Setup
    public void prepare() {
        write(arrived.wrapAndApplyHeader(arrivedIn, 0, headerOut));
        write(progressed.wrapAndApplyHeader(progressedIn, 0, headerOut));
    }

    @Benchmark
    public int encodeCallArrived() {
        return write(arrived.wrapAndApplyHeader(out, 0, headerOut));
    }

    @Benchmark
    public long decodeCallArrived() {
        CallArrivedDecoder in = arrivedRead.wrapAndApplyHeader(arrivedIn, 0, headerIn);
        return in.callId() + in.callerKey() + in.callerAge() + in.queueId() + in.dedicatedAgentId() + in.teamQueueId();
    }

    @Benchmark
    public int encodeOfferProgressed() {
        return write(progressed.wrapAndApplyHeader(out, 0, headerOut));
    }

    @Benchmark
    public long decodeOfferProgressed() {
        OfferProgressedDecoder in = progressedRead.wrapAndApplyHeader(progressedIn, 0, headerIn);
        return in.offerId() + in.callId() + in.stage().value() + in.dialStatus().value() + in.cause() + in.techCause();
    }

    private int write(CallArrivedEncoder encoder) {
        return encoder.callId(callId++)
                .callerKey(callId)
                .callerAge((short) 40)
                .queueId(1)
                .dedicatedAgentId(-1)
                .teamQueueId(-1)
                .encodedLength();
    }

    private int write(OfferProgressedEncoder encoder) {
        return encoder.offerId(callId++)
                .callId(callId)
                .stage(OfferStage.RINGING)
                .dialStatus(DialStatus.NONE)
                .cause((short) 16)
                .techCause((short) 0)
                .encodedLength();
    }
}
