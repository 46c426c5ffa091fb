package io.baro.acd.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers the requests of one connection. Runs on the server's thread. */
final class PageHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Map<String, Page> pages;

    PageHandler(Map<String, Page> pages) {
        this.pages = pages;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Page.Answer answer = answerTo(request);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        HttpUtil.setContentLength(response, response.content().readableBytes());
        boolean stay = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
        HttpUtil.setKeepAlive(response, stay);
        var written = context.writeAndFlush(response);
        if (!stay) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private Page.Answer answerTo(FullHttpRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return new Page.Answer(400, "text/plain", "no HTTP request\n");
        }
        if (!HttpMethod.GET.equals(request.method())) {
            return new Page.Answer(405, "text/plain", "only GET\n");
        }
        String path = request.uri().split("\\?", 2)[0];
        Page page = pages.get(path);
        if (page == null) {
            return new Page.Answer(404, "text/plain", "pages: " + String.join(" ", pages.keySet()) + "\n");
        }
        return page.answer();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that went away or was too slow: its connection ends, nothing else does.
        var ignored = context.close();
    }
}
