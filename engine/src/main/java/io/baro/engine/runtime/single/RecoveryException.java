package io.baro.engine.runtime.single;

import java.io.IOException;

/** The state cannot be made again from what is kept. The message is one line for the operator: what is wrong, what to do. */
public final class RecoveryException extends IOException {
    private static final long serialVersionUID = 1;

    RecoveryException(String message) {
        super(message);
    }
}
