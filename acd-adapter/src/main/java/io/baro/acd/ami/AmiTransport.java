package io.baro.acd.ami;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLException;

/** How bytes travel: epoll where there is one, else NIO; plain or TLS. Owns no connection. Safe for any thread. */
public final class AmiTransport {
    /** A burst that arrives during a pause of ours must fit the sockets, or Asterisk's write timeout cuts the connection. */
    private static final int SOCKET_RECEIVE_BYTES = 1024 * 1024;

    /** One read: about 130 events. */
    private static final int READ_BYTES = 64 * 1024;

    /** Unacknowledged for so long: the peer is dead. Three heartbeats. */
    private static final int USER_TIMEOUT_MILLIS = 6000;

    private AmiTransport() {}

    /** Event loops for links; the caller shuts them down. */
    public static EventLoopGroup newGroup(int threads, ThreadFactory names) {
        return new MultiThreadIoEventLoopGroup(
                threads, names, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    /**
     * Checks the PBX's certificate against {@code ca} and its name against the host that was configured.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public static SslContext tls(Path ca) {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(ca.toFile())
                    .protocols("TLSv1.3", "TLSv1.2")
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException unusable) {
            throw new IllegalArgumentException("certificate authority cannot be used: " + ca, unusable);
        }
    }

    static Bootstrap bootstrap(EventLoop loop, Duration connectTimeout) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.SO_RCVBUF, SOCKET_RECEIVE_BYTES)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES));
        if (isEpoll(loop)) {
            bootstrap
                    .channel(EpollSocketChannel.class)
                    .option(EpollChannelOption.TCP_USER_TIMEOUT, USER_TIMEOUT_MILLIS);
        } else {
            Class<? extends Channel> nio = NioSocketChannel.class;
            bootstrap.channel(nio);
        }
        return bootstrap;
    }

    private static boolean isEpoll(EventLoop loop) {
        return loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class);
    }
}
