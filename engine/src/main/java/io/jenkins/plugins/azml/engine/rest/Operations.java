package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Polls long-running operations, one request a poll, and reads what the service says off its own specification too.
 *
 * <p>An answer that tells nothing (404, a page of HTML, no status) is a silence. An operation that was just started is
 * often silent once or twice; after five silences in a row it is lost. Without state; safe for many threads.
 */
public final class Operations {
    private static final int MOST_SILENCES = 5;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Integer[] READABLE = {200, 201, 202, 204, 400, 404, 409, 410, 412, 422};
    private static final Set<ProblemCode> NO_USE_TO_ASK_AGAIN =
            Set.of(ProblemCode.HOST_NOT_LISTED, ProblemCode.REFUSED, ProblemCode.SERVICE_ERROR);

    private final Pipeline pipeline;

    public Operations(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Asks once.
     *
     * @param doing what the operation does, for messages: {@code "create deployment 'blue'"}
     * @throws Unsettled if the request is worth repeating
     * @throws ProblemException NOT_SIGNED_IN, NOT_ALLOWED
     */
    public Progress poll(String doing, Operation operation) {
        try {
            return pipeline.send(Call.get("follow: " + doing, operation.url())
                    .accepting(READABLE)
                    .reading(answer -> hiding(answer.sent(), read(operation, answer))));
        } catch (ProblemException e) {
            if (NO_USE_TO_ASK_AGAIN.contains(e.problem().code())) {
                return new Progress.Lost(e.problem().what());
            }
            throw e;
        }
    }

    private static Progress hiding(Supplier<Secrets> sent, Progress progress) {
        if (progress instanceof Progress.Failed failed) {
            return new Progress.Failed(
                    sent.get().hide(failed.code()), sent.get().hide(failed.message()));
        }
        return progress instanceof Progress.Lost lost
                ? new Progress.Lost(sent.get().hide(lost.reason()))
                : progress;
    }

    private Progress read(Operation operation, Call.Answer answer) throws IOException {
        if (answer.status() == 204) {
            return new Progress.Succeeded();
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return silence(operation, answer, "HTTP " + answer.status());
        }
        String text = new String(answer.body().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        return answer.status() >= 400 ? refusal(operation, answer, text) : word(operation, answer, text);
    }

    /** An operation at its {@code Location} ends with the status that the write would have had. */
    private static Progress refusal(Operation operation, Call.Answer answer, String text) {
        ServiceError error = ServiceError.of(answer.status(), text);
        return operation.kind() == Operation.Kind.LOCATION
                ? new Progress.Failed(error.code(), error.message())
                : new Progress.Lost(error.code() + ": " + error.message() + " [HTTP " + answer.status() + "]");
    }

    private Progress word(Operation operation, Call.Answer answer, String text) {
        Optional<JsonObject> json = json(text);
        Optional<String> word = json.flatMap(Operations::word);
        if (word.isPresent()) {
            return judged(ProvisioningState.of(word.get()), json.get(), operation, answer);
        }
        if (json.flatMap(Operations::error).isPresent()) {
            return failed("Failed", json.get(), answer);
        }
        return wordless(operation, answer, text.isBlank() || json.isPresent());
    }

    private Progress wordless(Operation operation, Call.Answer answer, boolean readable) {
        if (answer.status() == 202) {
            return inProgress(operation, answer);
        }
        return operation.kind() == Operation.Kind.LOCATION && readable
                ? new Progress.Succeeded()
                : silence(operation, answer, readable ? "no status" : "no JSON");
    }

    private Progress judged(ProvisioningState state, JsonObject json, Operation operation, Call.Answer answer) {
        return switch (state) {
            case SUCCEEDED -> new Progress.Succeeded();
            case FAILED -> failed("Failed", json, answer);
            case CANCELED -> failed("Canceled", json, answer);
            case IN_PROGRESS -> inProgress(operation, answer);
        };
    }

    private Progress inProgress(Operation operation, Call.Answer answer) {
        return new Progress.InProgress(operation.after(answer.headers(), pipeline.now()));
    }

    private Progress silence(Operation operation, Call.Answer answer, String what) {
        Operation next = operation.afterSilence(answer.headers(), pipeline.now());
        return next.silences() < MOST_SILENCES
                ? new Progress.InProgress(next)
                : new Progress.Lost(
                        Url.shown(operation.url()) + " told nothing " + MOST_SILENCES + " times, last: " + what);
    }

    private static Progress failed(String otherwise, JsonObject json, Call.Answer answer) {
        Optional<JsonObject> error = error(json);
        String code = error.flatMap(object -> object.string("code")).orElse(otherwise);
        String message = error.map(
                        object -> ServiceError.of(answer.status(), object).message())
                .or(() -> json.string("error").map(text -> Redaction.line(text, 600)))
                .filter(text -> !text.isBlank())
                .orElse("the service gives no reason");
        return new Progress.Failed(Redaction.line(code, 100), message);
    }

    private static Optional<JsonObject> error(JsonObject json) {
        return json.object("error").or(() -> json.object("properties", "error"));
    }

    private static Optional<String> word(JsonObject json) {
        return json.string("status")
                .or(() -> json.string("properties", "provisioningState"))
                .or(() -> json.string("properties", "status"))
                .filter(word -> !word.isBlank());
    }

    private static Optional<JsonObject> json(String text) {
        try {
            return Optional.of(JsonObject.read(text));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
