package io.jenkins.plugins.azml.scenarios.local;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.util.List;

/** How a process ended and what it said. */
record Outcome(List<String> call, int status, String out, String err) {

    /** The object on standard output. */
    JsonObject json() {
        return JsonObject.read(out);
    }

    /** The lines that say what went wrong. */
    List<String> errors() {
        return err.lines().filter(line -> line.startsWith("error ")).toList();
    }

    /** Itself, if all went well. */
    Outcome ok() {
        if (status != 0) {
            throw new AssertionError(this);
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(" ", call) + " ended with " + status + "\n" + out + err;
    }
}
