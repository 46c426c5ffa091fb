package io.baro.engine.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in the system's words what a disk refused. Immutable. */
final class DiskTrouble {
    private DiskTrouble() {}

    /** Without the path, which the message around it names. */
    static String of(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "Permission denied";
            case NoSuchFileException _ -> "No such file or directory";
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }
}
