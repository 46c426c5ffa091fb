package io.baro.acd.console;

import java.util.Map;

/** A language of the console, with its texts. Immutable. */
enum Language {
    EN("en"),
    KO("ko");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As in the lang attribute. */
    String code() {
        return code;
    }

    /** A text as it stands in the file, with its {names}. */
    String text(String key) {
        String text = texts().get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }

    /** The same with one of its names replaced. */
    String text(String key, String name, Object value) {
        return text(key).replace("{" + name + "}", value.toString());
    }

    /** All of them, by key. */
    Map<String, String> texts() {
        return TextFile.read("texts-" + code + ".js");
    }
}
