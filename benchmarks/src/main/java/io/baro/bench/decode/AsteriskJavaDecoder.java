package io.baro.bench.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.LongTailEventBuilder;
import org.asteriskjava.util.internal.SocketConnectionFacadeImpl;
import org.asteriskjava.util.internal.streamreader.FastScanner;
import org.asteriskjava.util.internal.streamreader.FastScannerFactory;

/**
 * Asterisk-Java's line scanner and event builder, joined as its {@code ManagerReaderImpl.run} joins them (3.42.2), without the second
 * thread that it hands each event to. One thread.
 */
final class AsteriskJavaDecoder {
    private final Map<String, Object> headers = new HashMap<>();
    private final LongTailEventBuilder builder = new LongTailEventBuilder();
    private final FastScanner lines;

    AsteriskJavaDecoder(InputStream in) {
        lines = FastScannerFactory.getReader(
                new InputStreamReader(in, StandardCharsets.UTF_8), SocketConnectionFacadeImpl.CRNL_PATTERN);
    }

    /** The next event. */
    ManagerEvent next() throws IOException {
        headers.clear();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                add(parts[0].toLowerCase(Locale.ENGLISH).trim(), parts[1].trim());
            }
        }
        return builder.build(this, headers);
    }

    private void add(String name, String value) {
        Object before = headers.get(name);
        if (before == null) {
            headers.put(name, value);
        } else {
            List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
            all.add(value);
            headers.put(name, all);
        }
    }
}
