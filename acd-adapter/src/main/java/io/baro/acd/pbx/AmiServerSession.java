package io.baro.acd.pbx;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Owns one AMI connection: who is logged in, what he may see, the bytes that wait for him. Never acts on channels: {@link AmiActions}
 * does. Only the loop's thread touches it.
 *
 * <p>What is written collects in one buffer and goes out once per turn of the loop. A reader who does not keep up stops virtual time
 * ({@link PbxLoop}) and is cut after {@code writetimeout}: nothing is dropped and the buffer stays small.
 */
final class AmiServerSession extends ChannelInboundHandlerAdapter implements ActionReader.Actions {
    private static final byte[] GREETING = Ascii.bytes("Asterisk Call Manager/11.0.0\r\n");
    private static final int BUFFER_BYTES = 64 * 1024;

    private final EmbeddedPbx pbx;
    private final AmiActions actions;
    private final ActionReader reader = new ActionReader();
    private ChannelHandlerContext context;
    private ByteBuf pending;
    private boolean queued;
    private boolean blocked;
    private AmiUser user;
    private boolean eventsOn = true;
    private String challenge = "";
    private ScheduledFuture<?> cut;

    AmiServerSession(EmbeddedPbx pbx, AmiActions actions) {
        this.pbx = pbx;
        this.actions = actions;
    }

    @Override
    public void channelActive(ChannelHandlerContext newContext) {
        context = newContext;
        pbx.sessions().opened(this);
        write(GREETING, GREETING.length);
        flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        setBlocked(false);
        if (pending != null) {
            pending.release();
            pending = null;
        }
        pbx.sessions().closed(this);
        user = null;
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            reader.read(bytes, this);
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        pbx.turnEnded();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext from) {
        setBlocked(!from.channel().isWritable());
    }

    // A failed write or close comes back as exceptionCaught or channelInactive.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        if (!(cause instanceof IOException)) {
            pbx.loop().failed(cause);
        }
        from.close();
    }

    @Override
    public void onAction(AmiRequest request) {
        actions.handle(this, request);
    }

    @Override
    public void onOverlongLine() {
        reply("Response: Error\r\nMessage: Failed to parse message: line too long\r\n\r\n");
    }

    AmiUser user() {
        return user;
    }

    void loggedIn(AmiUser newUser, boolean withEvents) {
        user = newUser;
        eventsOn = withEvents;
    }

    void setEvents(boolean on) {
        eventsOn = on;
    }

    String challenge() {
        return challenge;
    }

    void setChallenge(String newChallenge) {
        challenge = newChallenge;
    }

    boolean reads(EventClass eventClass) {
        return user != null && eventsOn && (user.readRights() & eventClass.bit()) != 0;
    }

    boolean mayWrite(int rights) {
        return user != null && (rights == 0 || (user.writeRights() & rights) != 0);
    }

    void reply(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    void write(byte[] bytes, int length) {
        if (context == null || !context.channel().isActive()) {
            return;
        }
        if (pending == null) {
            pending = context.alloc().directBuffer(BUFFER_BYTES);
        }
        pending.writeBytes(bytes, 0, length);
        if (!queued) {
            queued = true;
            pbx.sessions().toFlush(this);
        }
        if (pending.readableBytes() >= BUFFER_BYTES) {
            send();
        }
    }

    /** Once per turn of the loop. */
    void flush() {
        queued = false;
        send();
    }

    // A failed write or close comes back as exceptionCaught or channelInactive.
    @SuppressWarnings("FutureReturnValueIgnored")
    void close() {
        if (context != null) {
            flush();
            context.close();
        }
    }

    // A failed write or close comes back as exceptionCaught or channelInactive.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send() {
        if (pending != null) {
            ByteBuf full = pending;
            pending = null;
            context.writeAndFlush(full, context.voidPromise());
        }
    }

    private void setBlocked(boolean nowBlocked) {
        if (blocked == nowBlocked) {
            return;
        }
        blocked = nowBlocked;
        pbx.loop().readerBlocked(nowBlocked);
        if (nowBlocked) {
            cut = context.executor()
                    .schedule(this::writeTimedOut, pbx.settings().writeTimeoutMillis(), TimeUnit.MILLISECONDS);
        } else {
            cut.cancel(false);
        }
    }

    // A failed write or close comes back as exceptionCaught or channelInactive.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void writeTimedOut() {
        if (blocked) {
            pbx.sessions().timedOut();
            context.close();
        }
    }
}
