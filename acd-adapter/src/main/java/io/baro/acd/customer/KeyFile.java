package io.baro.acd.customer;

import io.baro.acd.config.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The installation's master secret, 32 bytes in base64: from the environment, or from a file that the first start makes for its
 * owner alone. Never logs it. Read once at start, by the main thread. Whoever loses it loses repeat-caller history and cannot
 * open reserved numbers, so it belongs in the backup.
 */
public final class KeyFile {
    /** Its name in the state directory. */
    public static final String NAME = "baro.key";
    /** Environment variable that takes its place. */
    public static final String VARIABLE = "BARO_KEY";

    private static final int MASTER_BYTES = 32;

    private KeyFile() {}

    /** What works under the master secret; each has a secret of its own that comes of it. */
    public record Secrets(CallerKeys callerKeys, NumberSeal numberSeal, CallTokens callTokens) {

        /** Secrets that die with the process: for checks and demonstrations. */
        public static Secrets passing() {
            return derive(freshMaster());
        }
    }

    /** Reads the secret, or makes it on the first start. Empty when a problem was reported. */
    public static Optional<Secrets> open(Path stateDir, Optional<String> variable, Problems problems) {
        if (variable.isPresent()) {
            return decode(variable.get(), "environment " + VARIABLE, problems);
        }
        Path file = stateDir.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                create(stateDir, file);
            }
            if (isReadableByOthers(file)) {
                problems.error(file.toString(), 0, "others may read this key", "chmod 600 it");
                return Optional.empty();
            }
            return decode(Files.readString(file, StandardCharsets.US_ASCII), file.toString(), problems);
        } catch (IOException e) {
            problems.error(
                    file.toString(), 0, "cannot be read or made", "give this user the directory named by state_dir");
            return Optional.empty();
        }
    }

    private static Optional<Secrets> decode(String base64, String source, Problems problems) {
        try {
            byte[] master = Base64.getDecoder().decode(base64.strip());
            if (master.length == MASTER_BYTES) {
                return Optional.of(derive(master));
            }
        } catch (IllegalArgumentException notBase64) {
            // Reported below: what stands there must not be shown.
        }
        problems.error(source, 0, "is not 32 bytes in base64", "restore it, or make one: openssl rand -base64 32");
        return Optional.empty();
    }

    private static Secrets derive(byte[] master) {
        return new Secrets(
                new CallerKeys(expand(master, "baro caller keys", CallerKeys.KEY_BYTES)),
                new NumberSeal(expand(master, "baro number seal", NumberSeal.KEY_BYTES)),
                new CallTokens(expand(master, "baro call tokens", CallTokens.KEY_BYTES)));
    }

    private static byte[] expand(byte[] master, String purpose, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(master)
                            .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF is part of Java 25", impossible);
        }
    }

    private static byte[] freshMaster() {
        byte[] master = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(master);
        return master;
    }

    /** Written beside and moved into place, so that a crash leaves no half key. */
    private static void create(Path stateDir, Path file) throws IOException {
        Files.createDirectories(stateDir);
        Path fresh = Files.createTempFile(
                stateDir,
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(freshMaster()) + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isReadableByOthers(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ);
    }
}
