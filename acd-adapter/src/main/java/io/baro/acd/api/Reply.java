package io.baro.acd.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What goes back: a whole body, or one that is written as long as it likes. Never changed once made; any thread. */
public final class Reply {
    static final int OK = 200;
    static final int CREATED = 201;
    static final String JSON = "application/json";

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Stream stream;

    /** Writes on the thread of the request until the client is gone or the server ends. */
    @FunctionalInterface
    interface Stream {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    private Reply(int status, String contentType, Map<String, String> headers, byte[] body, Stream stream) {
        this.status = status;
        this.contentType = contentType;
        this.headers = headers;
        this.body = body;
        this.stream = stream;
    }

    static Reply json(Object document) {
        return json(OK, document);
    }

    static Reply json(int status, Object document) {
        return of(status, JSON, Json.write(document));
    }

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, Map.of(), body, null);
    }

    static Reply streaming(String contentType, Stream stream) {
        return new Reply(OK, contentType, Map.of(), new byte[0], stream);
    }

    Reply with(Map<String, String> more) {
        return new Reply(status, contentType, more, body, stream);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** Beside the type. */
    Map<String, String> headers() {
        return headers;
    }

    /** The bytes themselves: whoever sends them changes nothing. */
    byte[] body() {
        return body;
    }

    /** Null: the body is whole. */
    Stream stream() {
        return stream;
    }
}
