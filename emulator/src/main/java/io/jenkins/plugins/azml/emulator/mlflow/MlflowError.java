package io.jenkins.plugins.azml.emulator.mlflow;

import io.jenkins.plugins.azml.emulator.http.Json;
import io.jenkins.plugins.azml.emulator.http.Reply;

/** A refusal in the form that MLflow gives it. */
final class MlflowError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private MlflowError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static MlflowError missing(String what, String id) {
        return new MlflowError(404, "RESOURCE_DOES_NOT_EXIST", what + " '" + id + "' not found");
    }

    static MlflowError exists(String what, String name) {
        return new MlflowError(400, "RESOURCE_ALREADY_EXISTS", what + " '" + name + "' already exists");
    }

    static MlflowError invalid(String message) {
        return new MlflowError(400, "INVALID_PARAMETER_VALUE", message);
    }

    static MlflowError unknownCall(String path) {
        return new MlflowError(404, "ENDPOINT_NOT_FOUND", "the tracking store in memory has no call " + path);
    }

    Reply reply() {
        return Reply.json(status, Json.object().put("error_code", code).put("message", getMessage()));
    }
}
