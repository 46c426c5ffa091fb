package io.baro.acd.ami;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads blocks out of bytes for tests that are not about framing. */
public final class Blocks {
    private Blocks() {}

    /** Each block of a whole session, greeting first. */
    public static void each(byte[] session, Consumer<AmiBlock> consumer) {
        AmiFramer framer = new AmiFramer(listener(consumer), new WireCounters());
        framer.append(Unpooled.wrappedBuffer(session));
        framer.drain();
    }

    /** Each block of a text without greeting; lines may end in LF. */
    public static void each(String blocks, Consumer<AmiBlock> consumer) {
        each(("greeting\n" + blocks).getBytes(StandardCharsets.ISO_8859_1), consumer);
    }

    public static AmiFramer.Listener listener(Consumer<AmiBlock> consumer) {
        return new AmiFramer.Listener() {
            @Override
            public void onGreeting(byte[] bytes, int from, int length) {}

            @Override
            public boolean onBlock(AmiBlock block) {
                consumer.accept(block);
                return true;
            }
        };
    }
}
