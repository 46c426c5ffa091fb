package io.baro.acd.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The oracle: reads AMI the slow and obvious way, a list of "name=value" for each block, the greeting left out. */
final class NaiveBlocks {
    private NaiveBlocks() {}

    static List<List<String>> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean greeting = true;
        int at = 0;
        while (text.indexOf('\n', at) >= 0) {
            int feed = text.indexOf('\n', at);
            String line = text.substring(at, feed);
            at = feed + 1;
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (greeting) {
                greeting = false;
            } else if (!line.isEmpty()) {
                addHeader(block, line);
            } else if (!block.isEmpty()) {
                blocks.add(List.copyOf(block));
                block.clear();
            }
        }
        return blocks;
    }

    private static void addHeader(List<String> block, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String value = line.substring(colon + 1);
            block.add(line.substring(0, colon) + "=" + (value.startsWith(" ") ? value.substring(1) : value));
        }
    }

    static List<String> of(AmiBlock block) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < block.headerCount(); i++) {
            headers.add(text(block.bytes(), block.nameOffset(i), block.nameLength(i))
                    + "="
                    + text(block.bytes(), block.valueOffset(i), block.valueLength(i)));
        }
        return List.copyOf(headers);
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
