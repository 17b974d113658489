package io.jenkins.plugins.azml.emulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A refusal in the form that Azure Resource Manager gives it. */
public final class ArmError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final List<String> details;

    public ArmError(int status, String code, String message, List<String> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = List.copyOf(details);
    }

    public ArmError(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    /** The caller's mistake, in the code of Azure ML's own front end. */
    public static ArmError userError(String message) {
        return new ArmError(400, "UserError", message);
    }

    public static ArmError badRequest(String message) {
        return new ArmError(400, "BadRequest", message);
    }

    public static ArmError notFound(String what, String name) {
        return new ArmError(404, "NotFound", what + " '" + name + "' was not found.");
    }

    public static ArmError conflict(String message) {
        return new ArmError(409, "Conflict", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Reply reply() {
        return Reply.json(status, Json.object().set("error", error()));
    }

    /** The object behind the key {@code error}, as a long-running operation carries it too. */
    public ObjectNode error() {
        ObjectNode error = Json.object().put("code", code).put("message", getMessage());
        ArrayNode all = error.putArray("details");
        details.forEach(detail -> all.addObject().put("code", code).put("message", detail));
        return error;
    }
}
