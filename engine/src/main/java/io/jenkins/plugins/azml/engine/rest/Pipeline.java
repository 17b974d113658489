package io.jenkins.plugins.azml.engine.rest;

import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends every request of the engine: takes it from the budget, authorises it, sends it, classifies the answer, decodes
 * it.
 *
 * <p>What may be repeated leaves as {@link Unsettled}: 408, 429, 5xx, and an answer that was lost or cut. What may not
 * leaves as a {@link ProblemException}. Only a refused token is repeated here, once, with a fresh one. Safe for many
 * threads.
 */
public final class Pipeline {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Transport transport;
    private final TokenSource tokens;
    private final Hosts hosts;
    private final Budget budget;
    private final InstantSource clock;

    public Pipeline(Transport transport, TokenSource tokens, Hosts hosts, Budget budget, InstantSource clock) {
        this.transport = transport;
        this.tokens = tokens;
        this.hosts = hosts;
        this.budget = budget;
        this.clock = clock;
    }

    /** The time by the clock that paces requests; the difference of two is how long something took. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Sends a call and decodes its answer.
     *
     * @throws Unsettled if repeating it later may help
     * @throws ProblemException if not
     */
    public <T> T send(Call<T> call) {
        takeFromBudget(call);
        if (call.auth() == Call.Auth.NONE) {
            return attempt(call, call.headers());
        }
        if (!hosts.mayReceiveToken(call.url())) {
            throw Problem.of(
                            ProblemCode.HOST_NOT_LISTED,
                            "will not " + call.doing() + ": " + Url.shown(call.url())
                                    + " is not a listed Azure host, so it gets no token")
                    .asException();
        }
        try {
            return attempt(call, authorised(call, false));
        } catch (TokenRefused refused) {
            return repeatWithFreshToken(call);
        }
    }

    private <T> T repeatWithFreshToken(Call<T> call) {
        try {
            return attempt(call, authorised(call, true));
        } catch (TokenRefused refused) {
            throw new ProblemException(refused.problem);
        }
    }

    private <T> void takeFromBudget(Call<T> call) {
        budget.take(clock.instant()).ifPresent(wait -> {
            throw new Unsettled(
                    Problem.of(ProblemCode.THROTTLED, "held back " + call.doing() + ": the request budget is used up"),
                    wait,
                    false);
        });
    }

    private Map<String, String> authorised(Call<?> call, boolean fresh) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.put("Authorization", "Bearer " + tokens.token(fresh));
        return headers;
    }

    private <T> T attempt(Call<T> call, Map<String, String> headers) {
        var request = new Transport.Request(call.method(), call.url(), headers, call.body(), call.deadline());
        try (Transport.Response response = transport.send(request)) {
            Supplier<Secrets> sent = () -> Secrets.of(headers, call.url());
            if (call.accepted().contains(response.status())) {
                return decode(call, response, sent);
            }
            throw refused(call, response, sent.get());
        } catch (Transport.NotSentException e) {
            throw new Unsettled(lost(call, e), null, false);
        } catch (IOException e) {
            throw new Unsettled(lost(call, e), null, !call.looksOnly());
        }
    }

    private static <T> T decode(Call<T> call, Transport.Response response, Supplier<Secrets> sent) throws IOException {
        try {
            return call.decoder().decode(new Call.Answer(response.status(), response.headers(), response.body(), sent));
        } catch (JsonException e) {
            Problem problem = Problem.of(
                            ProblemCode.UNREADABLE_ANSWER,
                            "could not " + call.doing() + ": the answer of " + Url.shown(call.url())
                                    + " is unreadable (" + e.getMessage() + ") [HTTP " + response.status() + "]")
                    .ofRequest(requestId(response));
            throw new Unsettled(problem, null, !call.looksOnly());
        }
    }

    private RuntimeException refused(Call<?> call, Transport.Response response, Secrets secrets) throws IOException {
        String requestId = requestId(response);
        Problem problem = ServiceError.read(response.status(), response.body())
                .without(secrets)
                .problem(call.doing(), requestId == null ? "" : requestId);
        if (response.status() == 401 && call.auth() == Call.Auth.TOKEN) {
            return new TokenRefused(problem);
        }
        if (!mayPass(response.status())) {
            return problem.asException();
        }
        Duration after = RetryAfter.of(response.headers(), clock.instant()).orElse(null);
        if (after != null && response.status() == TOO_MANY_REQUESTS) {
            budget.pause(clock.instant().plus(after));
        }
        return new Unsettled(problem, after, response.status() >= 500 && !call.looksOnly());
    }

    private static boolean mayPass(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || (status >= 500 && status != 501);
    }

    private static Problem lost(Call<?> call, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Problem.of(
                ProblemCode.UNREACHABLE,
                "could not " + call.doing() + ": no answer from " + Url.shown(call.url()) + " ("
                        + Redaction.line(reason, 200) + ")");
    }

    private static @Nullable String requestId(Transport.Response response) {
        return response.headers()
                .get("x-ms-request-id")
                .map(id -> Redaction.line(id, 80))
                .orElse(null);
    }

    /** A 401 on a token: the caller tries once with a fresh one. */
    private static final class TokenRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        TokenRefused(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }
}
