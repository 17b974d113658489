package io.jenkins.plugins.azml.cli.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one thing stands.
 *
 * @param fix what to do about it, or empty
 */
record Finding(String what, State state, String detail, String fix) {
    /** How well. */
    enum State {
        GOOD,
        /** Some commands will not work. */
        WARNING,
        BAD;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Finding good(String what, String detail) {
        return new Finding(what, State.GOOD, detail, "");
    }

    static Finding warning(String what, String detail, String fix) {
        return new Finding(what, State.WARNING, detail, fix);
    }

    static Finding bad(String what, String detail, String fix) {
        return new Finding(what, State.BAD, detail, fix);
    }

    Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("what", what);
        json.put("state", state.word());
        json.put("detail", detail);
        json.put("fix", fix);
        return json;
    }
}
