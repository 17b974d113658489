package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.rest.TokenSource;
import java.time.InstantSource;

/** A token that the user got. It cannot be renewed, so one that is refused or over is a problem. */
final class GivenToken implements TokenSource {
    private final String token;
    private final InstantSource clock;

    GivenToken(String token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    @Override
    public String token(boolean fresh) {
        AccessToken.expiryIn(token)
                .filter(end -> !clock.instant().isBefore(end))
                .ifPresent(end -> {
                    throw problem("ended at " + end);
                });
        if (fresh) {
            throw problem("was refused");
        }
        return token;
    }

    private static RuntimeException problem(String what) {
        return Problem.of(
                        ProblemCode.NOT_SIGNED_IN,
                        "the token in AZML_TOKEN " + what + "; put a new one there, or unset it to sign in otherwise")
                .asException();
    }
}
