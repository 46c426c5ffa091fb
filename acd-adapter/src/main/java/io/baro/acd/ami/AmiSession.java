package io.baro.acd.ami;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.asteriskjava.manager.action.ManagerAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one PBX from connect to end; used once. Owns the socket, the framing and the login; never reconnects and never
 * interprets what comes after the login. Runs on: the event loop it is given.
 */
public final class AmiSession implements AmiFramer.Listener {

    /** Receives the life of a session, on its event loop. */
    public interface Listener {
        /** Logged in; an event session has also seen the PBX fully booted. */
        void onUp(AmiSession session);

        /** A block after the login, valid during the call; false: taken, but no more until {@link AmiSession#resume}. */
        boolean onBlock(AmiSession session, AmiBlock block);

        /** The last call of every session that was opened. */
        void onEnd(AmiSession session, AmiEnding ending);
    }

    private static final Logger LOG = LoggerFactory.getLogger(AmiSession.class);
    private static final int FIRST_BATCH_BYTES = 4096;

    private final AmiSessionSettings settings;
    private final EventLoop loop;
    private final Listener listener;
    private final AmiFramer framer;
    private final AmiEncoder encoder = new AmiEncoder();
    private final TypedActions typedActions = new TypedActions(encoder);
    private final AmiLogin login;
    private Channel channel;
    private ByteBuf batch;
    private Future<?> loginDeadline;
    private long readNanos;
    private boolean up;
    private boolean over;

    public AmiSession(AmiSessionSettings settings, EventLoop loop, Listener listener, WireCounters counters) {
        this.settings = settings;
        this.loop = loop;
        this.listener = listener;
        framer = new AmiFramer(this, counters);
        login = new AmiLogin(settings);
    }

    /** Connects and logs in; whatever comes of it is told to the listener. */
    public void open() {
        Bootstrap bootstrap = AmiTransport.bootstrap(loop, settings.connectTimeout())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel fresh) {
                        prepare(fresh);
                    }
                });
        ChannelFuture connecting = bootstrap.connect(settings.host(), settings.port());
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                end(AmiEnding.UNREACHABLE);
            }
        });
        loginDeadline = loop.schedule(
                () -> end(AmiEnding.LOGIN_TIMED_OUT),
                2 * settings.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void prepare(Channel fresh) {
        settings.tls().ifPresent(tls -> {
            SslHandler handler = tls.newHandler(fresh.alloc(), settings.host(), settings.port());
            handler.setHandshakeTimeoutMillis(settings.connectTimeout().toMillis());
            fresh.pipeline().addLast(handler);
        });
        fresh.pipeline().addLast(new Bytes());
    }

    /** Ends the session if it is not over yet. */
    public void close() {
        end(AmiEnding.CLOSED);
    }

    /** Reads no more from the socket; what was read stays. */
    public void pause() {
        channel.config().setAutoRead(false);
    }

    /** Delivers what was kept, then reads on; false: the listener had enough before the end. */
    public boolean resume() {
        if (over || !framer.drain() || over) {
            return false;
        }
        channel.config().setAutoRead(true);
        return true;
    }

    /** The buffer of the next flush: actions are encoded at its end. */
    public ByteBuf batch() {
        if (batch == null) {
            batch = channel.alloc().ioBuffer(FIRST_BATCH_BYTES);
        }
        return batch;
    }

    /** The encoder to fill {@link #batch} with. */
    public AmiEncoder encoder() {
        return encoder;
    }

    /** Encodes a rare action into the batch; false: refused. */
    public boolean add(ManagerAction action) {
        return typedActions.encode(batch(), action);
    }

    /** Sends the batch, if there is one. */
    public void flush() {
        if (batch != null) {
            ChannelFuture ignored = channel.writeAndFlush(batch, channel.voidPromise());
            batch = null;
        }
    }

    /** {@link System#nanoTime()} when the bytes of the current block were read. */
    public long readNanos() {
        return readNanos;
    }

    public boolean isUp() {
        return up && !over;
    }

    @Override
    public String toString() {
        return settings.toString();
    }

    @Override
    public void onGreeting(byte[] bytes, int from, int length) {
        if (AmiLogin.isGreeting(bytes, from, length)) {
            sendLogin(login.challenge());
        } else {
            end(AmiEnding.NOT_AMI);
        }
    }

    @Override
    public boolean onBlock(AmiBlock block) {
        if (over) {
            return false;
        }
        if (up) {
            return listener.onBlock(this, block);
        }
        switch (login.onBlock(block)) {
            case ANSWER -> sendLogin(login.login());
            case REFUSED -> end(AmiEnding.LOGIN_REFUSED);
            case DONE -> {
                up = true;
                loginDeadline.cancel(false);
                listener.onUp(this);
            }
            case WAIT -> {}
        }
        return !over;
    }

    private void sendLogin(ManagerAction action) {
        if (!add(action)) {
            end(AmiEnding.LOGIN_REFUSED);
            return;
        }
        flush();
    }

    private void end(AmiEnding ending) {
        if (over) {
            return;
        }
        over = true;
        loginDeadline.cancel(false);
        if (batch != null) {
            batch.release();
            batch = null;
        }
        framer.close();
        ChannelFuture ignored = channel.close();
        listener.onEnd(this, ending);
    }

    private void onRead(ByteBuf bytes) {
        readNanos = System.nanoTime();
        framer.append(bytes);
        if (channel.config().isAutoRead()) {
            framer.drain();
        }
    }

    /** Last handler of the pipeline: hands bytes to the framer and faults to the session. */
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            try {
                if (!over) {
                    onRead(bytes);
                }
            } finally {
                bytes.release();
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
                end(AmiEnding.TLS_FAILED);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(up ? AmiEnding.LOST : AmiEnding.UNREACHABLE);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
            // What the peer or the network did wrong is expected; anything else is a fault of ours and must be heard.
            if (!(fault instanceof IOException || fault instanceof DecoderException)) {
                LOG.error("fault while reading from {}", settings, fault);
            }
            boolean tls = fault instanceof SSLException || fault.getCause() instanceof SSLException;
            end(tls ? AmiEnding.TLS_FAILED : up ? AmiEnding.LOST : AmiEnding.UNREACHABLE);
        }
    }
}
