package io.baro.acd.pbx;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Owns the one thread on which any number of embedded PBXs live, and how wall time becomes their virtual time. Never knows a call.
 *
 * <p>Virtual time does not pass while a reader of events is behind, nor by more than {@link #LONGEST_STEP_NANOS} of wall time in one
 * turn, nor, when it runs faster than the wall's, while the engine owes an answer to a caller who arrived (at most
 * {@link #OWED_PATIENCE_NANOS}): a slow machine makes the day longer instead of making callers give up.
 */
public final class PbxLoop implements AutoCloseable {
    private static final long TICK_NANOS = 1_000_000;
    /** Four ticks: what a busy machine may be late without callers noticing. */
    private static final long LONGEST_STEP_NANOS = 4 * TICK_NANOS;

    /** How long virtual time waits for an engine that owes an arrived caller his way; then it goes on as on a real PBX. */
    private static final long OWED_PATIENCE_NANOS = 250_000_000;

    private static final int LOW_WATER_BYTES = 256 * 1024;
    private static final int HIGH_WATER_BYTES = 1024 * 1024;

    private final EventLoopGroup group;
    private final EventLoop thread;
    private final ScheduledFuture<?> ticks;
    private final VirtualClock clock;
    private final boolean paced;
    private final List<EmbeddedPbx> pbxs = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long lastNanos;
    private int blockedReaders;
    private int owedAnswers;
    private long owedSinceNanos;
    private long stoppedTurns;
    private volatile long stoppedTurnsSeen;
    private volatile boolean frozen;
    private volatile BooleanSupplier engineIsBehind = () -> false;

    /** A loop whose virtual time starts at that instant and runs so many times as fast as the wall's. */
    public PbxLoop(double speed, long startEpochMillis) {
        clock = new VirtualClock(speed, startEpochMillis);
        paced = speed > 1;
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("embedded-pbx", true), NioIoHandler.newFactory());
        thread = group.next();
        lastNanos = System.nanoTime();
        ticks = thread.scheduleWithFixedDelay(this::tick, TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
    }

    /** A loop in real time. */
    public static PbxLoop realTime() {
        return new PbxLoop(1.0, System.currentTimeMillis());
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Opens a PBX of these settings on loopback; it answers when this returns. */
    public EmbeddedPbx open(PbxSettings settings) {
        EmbeddedPbx pbx = new EmbeddedPbx(this, settings);
        call(() -> pbxs.add(pbx));
        pbx.listen();
        return pbx;
    }

    /** The PBX of that centre; null: there is none. Only the loop's thread asks. */
    EmbeddedPbx pbxNamed(String centre) {
        for (EmbeddedPbx pbx : pbxs) {
            if (pbx.settings().name().equals(centre)) {
                return pbx;
            }
        }
        return null;
    }

    /** Stops or lets go virtual time. Sockets are served all the same. */
    public void freeze(boolean stop) {
        frozen = stop;
    }

    /**
     * Lets virtual time wait, when it runs faster than the wall's, whenever somebody who knows says that the engine is behind: events
     * not decoded, decisions not sent. Asked every turn on the loop's thread; it must not block.
     */
    public void paceBy(BooleanSupplier isBehind) {
        engineIsBehind = isBehind;
    }

    /** Turns in which time stood still because a reader was behind. */
    public long turnsStoppedByReaders() {
        return stoppedTurnsSeen;
    }

    /** What went wrong on the loop's thread, a bug of ours; null: nothing. */
    public Throwable failure() {
        return failure.get();
    }

    @Override
    public void close() {
        ticks.cancel(false);
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Runs on the loop's thread and waits for the result. */
    <T> T call(Callable<T> task) {
        if (thread.inEventLoop()) {
            return callHere(task);
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                result.complete(callHere(task));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    Channel bind(EmbeddedPbx pbx, int port) {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel socket) {
                        socket.pipeline().addLast(pbx.newSession());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    void readerBlocked(boolean blocked) {
        blockedReaders += blocked ? 1 : -1;
    }

    /** The engine was told of an arrival (1), or the caller went his way (-1). */
    void owes(int answers) {
        owedAnswers += answers;
    }

    void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    private static <T> T callHere(Callable<T> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean waitsForEngine(long now) {
        if (!paced || (owedAnswers == 0 && !engineIsBehind.getAsBoolean())) {
            owedSinceNanos = 0;
            return false;
        }
        if (owedSinceNanos == 0) {
            owedSinceNanos = now;
        }
        return now - owedSinceNanos < OWED_PATIENCE_NANOS;
    }

    private void tick() {
        long now = System.nanoTime();
        try {
            if (blockedReaders > 0) {
                stoppedTurnsSeen = ++stoppedTurns;
                lastNanos = now;
            } else if (frozen) {
                lastNanos = now;
            } else if (!waitsForEngine(now)) {
                long passed = Math.min(now - lastNanos, LONGEST_STEP_NANOS);
                lastNanos = now;
                clock.advance(passed);
            }
            for (EmbeddedPbx pbx : pbxs) {
                pbx.turnEnded();
            }
        } catch (RuntimeException e) {
            failed(e);
            throw e;
        }
    }
}
