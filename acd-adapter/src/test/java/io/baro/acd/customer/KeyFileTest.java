package io.baro.acd.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    @Test
    void firstStartMakesAKeyForItsOwnerAloneAndLaterStartsReadIt() throws IOException {
        Path state = dir.resolve("state");
        KeyFile.Secrets first = KeyFile.open(state, Optional.empty(), problems).orElseThrow();
        KeyFile.Secrets second = KeyFile.open(state, Optional.empty(), problems).orElseThrow();
        UnsafeBuffer number = new UnsafeBuffer("01012345678".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                first.callerKeys().keyOf(number, 0, 11), second.callerKeys().keyOf(number, 0, 11));
        UnsafeBuffer sealed = new UnsafeBuffer(new byte[NumberSeal.SEALED_BYTES]);
        first.numberSeal().seal(number, 0, 11, sealed, 0);
        UnsafeBuffer opened = new UnsafeBuffer(new byte[CallerKeys.MAX_NUMBER_BYTES]);
        assertEquals(11, second.numberSeal().open(sealed, 0, opened, 0));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(KeyFile.NAME))));
        try (var files = Files.list(state)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void everyInstallationHasAKeyOfItsOwn() {
        UnsafeBuffer number = new UnsafeBuffer("01012345678".getBytes(StandardCharsets.US_ASCII));
        assertNotEquals(
                KeyFile.Secrets.passing().callerKeys().keyOf(number, 0, 11),
                KeyFile.Secrets.passing().callerKeys().keyOf(number, 0, 11));
    }

    @Test
    void environmentTakesThePlaceOfTheFile() {
        String base64 = Base64.getEncoder().encodeToString(new byte[32]);
        assertTrue(KeyFile.open(dir, Optional.of(base64), problems).isPresent());
        assertFalse(Files.exists(dir.resolve(KeyFile.NAME)));
    }

    @Test
    void keyThatOthersMayReadIsRefused() throws IOException {
        KeyFile.open(dir, Optional.empty(), problems);
        Path file = dir.resolve(KeyFile.NAME);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(KeyFile.open(dir, Optional.empty(), problems).isEmpty());
        assertEquals(List.of(file + ": others may read this key; chmod 600 it"), problems.errorLines());
    }

    @Test
    void spoiltKeyIsRefusedWithoutShowingIt() throws IOException {
        KeyFile.open(dir, Optional.empty(), problems);
        Files.writeString(dir.resolve(KeyFile.NAME), "spoilt");
        assertTrue(KeyFile.open(dir, Optional.empty(), problems).isEmpty());
        assertTrue(problems.errorLines().getFirst().contains("is not 32 bytes in base64"));
        assertFalse(problems.errorLines().getFirst().contains("spoilt"));
    }
}
