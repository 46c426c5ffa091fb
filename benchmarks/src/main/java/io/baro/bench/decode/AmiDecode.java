package io.baro.bench.decode;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiFramer;
import io.baro.acd.ami.WireCounters;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/** One recorded event into what each side makes of it; all bytes of a call arrive in one read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AmiDecode {
    /** Of one answered call; the setup checks it. */
    private static final int EVENTS = 24;

    /** After 36,000 its CPU time for an event did not fall any more. */
    private static final int RIVAL_WARM_UP_EVENTS = 60_000;

    /** The Newchannel of an arriving call again and again, or a whole call. */
    @Param({"newchannel", "call"})
    public String what;

    private byte[] bytes;
    private ByteBuf read;
    private AmiFramer framer;
    private AsteriskJavaDecoder asteriskJava;
    private final PlainScanner scanner = new PlainScanner();
    private long blocks;

    /** Counts what it is given: the work is done before. */
    private interface Blocks extends AmiFramer.Listener {
        @Override
        default void onGreeting(byte[] greeting, int from, int length) {}
    }

    @Setup
    public void prepare(BenchmarkParams params) throws IOException {
        List<String> call = RecordedCall.events();
        if (call.size() != EVENTS) {
            throw new IllegalStateException("the recorded call has " + call.size() + " events");
        }
        bytes = RecordedCall.bytes(what.equals("call") ? call : Collections.nCopies(EVENTS, call.getFirst()));
        read = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        framer = greeted((Blocks) this::index);
        asteriskJava = new AsteriskJavaDecoder(new EndlessBytes(bytes));
        // By count, as a warm-up of some seconds ends before its deep calls are compiled when others use the machine.
        for (int i = 0; params.getBenchmark().endsWith("asteriskJava") && i < RIVAL_WARM_UP_EVENTS; i++) {
            blocks += asteriskJava.next() == null ? 0 : 1;
        }
    }

    private boolean index(AmiBlock block) {
        blocks += block.headerCount();
        return true;
    }

    private static AmiFramer greeted(AmiFramer.Listener listener) {
        AmiFramer fresh = new AmiFramer(listener, new WireCounters());
        fresh.append(Unpooled.copiedBuffer("Asterisk Call Manager/11.0.0\r\n", StandardCharsets.US_ASCII));
        fresh.drain();
        return fresh;
    }

    /** Framed, every header indexed, the known ones found by name. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long baro() {
        read.readerIndex(0);
        framer.append(read);
        framer.drain();
        return blocks;
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void asteriskJava(Blackhole events) throws IOException {
        for (int i = 0; i < EVENTS; i++) {
            events.consume(asteriskJava.next());
        }
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int scanner() {
        int sum = 0;
        for (int at = 0; at < bytes.length; ) {
            at = scanner.event(bytes, at);
            sum += scanner.sum();
        }
        return sum;
    }
}
