package io.baro.acd.pbx;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Owns the bytes of an action that is not whole yet, within Asterisk's limits. Never acts on one. One per session. */
final class ActionReader {
    /** {@code inbuf[1025]} of manager.c with its CRLF. */
    private static final int LONGEST_LINE = 1_022;
    /** {@code AST_MAX_MANHEADERS}. */
    private static final int MOST_HEADERS = 128;

    private final byte[] line = new byte[LONGEST_LINE];
    private final List<String> lines = new ArrayList<>();
    private int length;
    private boolean overlong;

    /** What one whole block was. */
    interface Actions {
        void onAction(AmiRequest request);

        void onOverlongLine();
    }

    void read(ByteBuf bytes, Actions actions) {
        while (bytes.isReadable()) {
            byte next = bytes.readByte();
            if (next == '\n') {
                lineEnded(actions);
            } else if (length < LONGEST_LINE || next == '\r') {
                append(next);
            } else {
                overlong = true;
            }
        }
    }

    private void append(byte next) {
        if (length < LONGEST_LINE) {
            line[length++] = next;
        }
    }

    private void lineEnded(Actions actions) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        if (end > 0) {
            if (lines.size() < MOST_HEADERS) {
                lines.add(new String(line, 0, end, StandardCharsets.UTF_8));
            }
            return;
        }
        if (overlong) {
            overlong = false;
            lines.clear();
            actions.onOverlongLine();
        } else if (!lines.isEmpty()) {
            AmiRequest request = new AmiRequest(lines);
            lines.clear();
            actions.onAction(request);
        }
    }
}
