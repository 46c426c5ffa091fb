package io.baro.acd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fetches the secret of an AMI user or a database role from the file or the environment variable that {@code baro.yaml} names; never from the file
 * itself, never into a message. Used by the one thread that loads.
 */
final class SecretReader {
    private static final Pattern FILE = Pattern.compile(".+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");

    private final Path dir;
    private final Map<String, String> environment;

    SecretReader(Path dir, Map<String, String> environment) {
        this.dir = dir;
        this.environment = environment;
    }

    PbxPlan.Login login(YamlMap map, String defaultUser) {
        PbxPlan.Login login = login(map, defaultUser, "a user of the PBX's manager.conf", "AMI user");
        map.refuseOtherKeys();
        return login;
    }

    /** Of a mapping that has further keys; {@code kind} says what sort of user it is. */
    PbxPlan.Login login(YamlMap map, String defaultUser, String what, String kind) {
        String user = map.text("user", defaultUser, Names.WORD, "write " + what);
        boolean fromFile = map.has("secret_file");
        boolean fromEnvironment = map.has("secret_env");
        String value = "";
        if (fromFile == fromEnvironment) {
            map.error(
                    fromFile ? "secret_env" : "",
                    "the secret of " + kind + " " + user + " has " + (fromFile ? "two sources" : "no source"),
                    "write secret_file: FILE or secret_env: NAME");
        } else if (fromFile) {
            value = ofFile(map, map.text("secret_file", "", FILE, "write a file"), kind);
        } else {
            value = ofEnvironment(map, map.text("secret_env", "", VARIABLE, "use A-Z, 0-9 and _"), kind);
        }
        return new PbxPlan.Login(user, new Secret(value));
    }

    private String ofFile(YamlMap map, String name, String kind) {
        if (name.isEmpty()) {
            return "";
        }
        String remedy = "write the secret of the " + kind + " there, on one line";
        try {
            Optional<String> first = Files.readString(dir.resolve(name)).lines().findFirst();
            if (first.isPresent() && Names.WORD.matcher(first.get().strip()).matches()) {
                return first.get().strip();
            }
            map.error("secret_file", "secret file " + name + " holds no secret", remedy);
        } catch (IOException unreadable) {
            map.error("secret_file", "secret file " + name + " cannot be read", remedy);
        }
        return "";
    }

    private String ofEnvironment(YamlMap map, String name, String kind) {
        String value = environment.getOrDefault(name, "");
        if (!name.isEmpty() && value.isEmpty()) {
            map.error(
                    "secret_env",
                    "environment variable " + name + " is not set",
                    "set it to the " + kind + "'s secret");
        }
        return value;
    }
}
