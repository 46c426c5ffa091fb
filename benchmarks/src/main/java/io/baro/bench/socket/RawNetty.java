package io.baro.bench.socket;

import io.baro.acd.ami.AmiTransport;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * The floor, in a process of its own: one event loop of the production transport that looks at nothing, and answers each read on the one
 * connection with an action of 100 bytes on the other. Runs on: event loop.
 */
public final class RawNetty {
    private static final int DIGITS = 15;
    private static final int DECIMAL = 10;
    private static final byte[] ANSWER = ("Action: Redirect\r\nCount: " + "0".repeat(DIGITS) + "\r\nFiller: "
                    + "-".repeat(46) + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int COUNT_AT = "Action: Redirect\r\nCount: ".length();

    private RawNetty() {}

    public static void main(String[] args) throws InterruptedException {
        int port = Integer.parseInt(args[0]);
        EventLoopGroup group = AmiTransport.newGroup(1, new DefaultThreadFactory("raw", false));
        Channel actions = connect(group, port, new Answers(null));
        login(actions, "off");
        Channel events = connect(group, port, new Answers(actions));
        login(events, "on");
        events.closeFuture().sync();
        System.exit(0);
    }

    private static Channel connect(EventLoopGroup group, int port, Answers answers) throws InterruptedException {
        return new Bootstrap()
                .group(group)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel fresh) {
                        fresh.pipeline().addLast(answers);
                    }
                })
                .connect(InetAddress.getLoopbackAddress(), port)
                .sync()
                .channel();
    }

    private static void login(Channel channel, String events) {
        ByteBuf bytes = channel.alloc().ioBuffer();
        bytes.writeCharSequence(
                "Action: Login\r\nActionID: 1\r\nEvents: " + events + "\r\n\r\n", StandardCharsets.US_ASCII);
        ChannelFuture ignored = channel.writeAndFlush(bytes, channel.voidPromise());
    }

    /** Counts bytes from the first event on. */
    private static final class Answers extends ChannelInboundHandlerAdapter {
        private final Channel to;
        private long count;
        private boolean booted;

        Answers(Channel to) {
            this.to = to;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            int more = bytes.readableBytes();
            boolean login = !booted && to != null;
            if (login) {
                booted = bytes.toString(StandardCharsets.US_ASCII).contains("Fully Booted");
            }
            bytes.release();
            if (to == null || login) {
                return;
            }
            count += more;
            ByteBuf answer = to.alloc().ioBuffer(ANSWER.length);
            answer.writeBytes(ANSWER);
            long rest = count;
            for (int at = COUNT_AT + DIGITS - 1; at >= COUNT_AT; at--) {
                answer.setByte(at, (byte) ('0' + rest % DECIMAL));
                rest /= DECIMAL;
            }
            ChannelFuture ignored = to.writeAndFlush(answer, to.voidPromise());
        }
    }
}
