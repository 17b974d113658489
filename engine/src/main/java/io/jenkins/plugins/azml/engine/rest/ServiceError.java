package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that is not a success, read: ARM's {@code {"error": {code, message, target, details}}}, MLflow's {@code
 * {"error_code", "message"}}, Blob's XML, or anything else by its first words.
 *
 * @param code the service's own, for example {@code ResourceNotFound}; the status in words where there is none
 * @param message one redacted line
 */
public record ServiceError(int status, String code, String message) {
    private static final int MOST = 64 << 10;
    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]{1,200})</Code>");
    private static final Pattern XML_MESSAGE = Pattern.compile("<Message>([^<]{1,2000})");

    /** @throws IOException if the answer was cut: what was refused, and why, is not known then */
    static ServiceError read(int status, InputStream body) throws IOException {
        return of(status, new String(body.readNBytes(MOST), StandardCharsets.UTF_8));
    }

    static ServiceError of(int status, String text) {
        return json(text)
                .flatMap(json -> fromJson(status, json))
                .or(() -> fromXml(status, text))
                .orElseGet(() -> new ServiceError(status, "HTTP " + status, Redaction.line(text, 200)));
    }

    /** The same without what its request carried. */
    ServiceError without(Secrets secrets) {
        return new ServiceError(status, secrets.hide(code), secrets.hide(message));
    }

    /** The problem that a status means, in the words of what was being done. */
    public Problem problem(String doing, String requestId) {
        String said = message.isEmpty() ? code : code + ": " + message;
        return Problem.of(problemCode(), "could not " + doing + ": " + said + " [HTTP " + status + "]")
                .ofRequest(requestId.isEmpty() ? null : requestId);
    }

    private ProblemCode problemCode() {
        return switch (status) {
            case 401 -> ProblemCode.NOT_SIGNED_IN;
            case 403 -> ProblemCode.NOT_ALLOWED;
            case 404 -> ProblemCode.NOT_FOUND;
            case 409, 412 -> ProblemCode.CONFLICT;
            case 429 -> ProblemCode.THROTTLED;
            default -> status >= 500 ? ProblemCode.SERVICE_ERROR : ProblemCode.REFUSED;
        };
    }

    private static Optional<JsonObject> json(String text) {
        try {
            return text.startsWith("{") ? Optional.of(JsonObject.read(text)) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<ServiceError> fromJson(int status, JsonObject json) {
        Optional<JsonObject> error = json.object("error");
        if (error.isPresent()) {
            return Optional.of(of(status, error.get()));
        }
        return json.string("error_code")
                .map(code -> new ServiceError(
                        status, code, line(json.string("message").orElse(""))));
    }

    /** Reads an ARM error object, also one inside a long-running operation's answer. */
    public static ServiceError of(int status, JsonObject error) {
        List<String> parts = new ArrayList<>();
        error.string("message").ifPresent(parts::add);
        error.string("target").filter(t -> !t.isBlank()).ifPresent(target -> parts.add("(" + target + ")"));
        error.objects("details").stream()
                .limit(3)
                .flatMap(detail -> detail.string("message").stream())
                .filter(detail -> !parts.contains(detail))
                .forEach(parts::add);
        return new ServiceError(status, error.string("code").orElse("HTTP " + status), line(String.join(" ", parts)));
    }

    private static Optional<ServiceError> fromXml(int status, String text) {
        Matcher code = XML_CODE.matcher(text);
        if (!code.find()) {
            return Optional.empty();
        }
        Matcher message = XML_MESSAGE.matcher(text);
        return Optional.of(new ServiceError(status, line(code.group(1)), message.find() ? line(message.group(1)) : ""));
    }

    private static String line(String text) {
        return Redaction.line(text, 600);
    }
}
