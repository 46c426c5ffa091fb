package io.baro.acd.api;

/**
 * One operation of the API. Immutable; any thread.
 *
 * @param path with its variables in braces
 */
public record Endpoint(String method, String path, Right right, Handler handler) {
    /** Answers on the thread of the request, which may wait; throws {@link Problem} when it cannot. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Asked asked);
    }

    static Endpoint get(String path, Right right, Handler handler) {
        return new Endpoint("GET", path, right, handler);
    }

    static Endpoint post(String path, Right right, Handler handler) {
        return new Endpoint("POST", path, right, handler);
    }

    static Endpoint put(String path, Right right, Handler handler) {
        return new Endpoint("PUT", path, right, handler);
    }

    static Endpoint delete(String path, Right right, Handler handler) {
        return new Endpoint("DELETE", path, right, handler);
    }

    boolean isWrite() {
        return !method.equals("GET");
    }
}
