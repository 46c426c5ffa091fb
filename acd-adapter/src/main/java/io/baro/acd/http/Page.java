package io.baro.acd.http;

/** One page of the server, made anew for each request. Asked on the server's thread: it must not wait. */
@FunctionalInterface
public interface Page {
    Answer answer();

    /** What goes back. */
    record Answer(int status, String contentType, String body) {
        private static final String TEXT = "text/plain; charset=utf-8";
        private static final String JSON = "application/json";

        public static Answer text(String body) {
            return new Answer(200, TEXT, body);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, JSON, body);
        }
    }
}
