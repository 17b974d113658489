package io.jenkins.plugins.azml.engine.credential;

import io.jenkins.plugins.azml.engine.rest.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Keeps a fetched token until shortly before it ends; many threads that need a new one fetch it once. */
final class CachedTokens implements TokenSource {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final TokenFetcher fetcher;
    private final InstantSource clock;
    private @Nullable AccessToken kept;
    private Instant renewal = Instant.MIN;

    CachedTokens(TokenFetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public synchronized String token(boolean fresh) {
        Instant now = clock.instant();
        if (fresh || kept == null || !now.isBefore(renewal)) {
            kept = fetcher.fetch();
            renewal = renewal(now, kept.expires());
        }
        return kept.value();
    }

    /** Five minutes before the end; of a token that lives shorter than ten, at half its life. */
    private static Instant renewal(Instant now, Instant end) {
        Duration life = Duration.between(now, end);
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
        return end.minus(margin);
    }
}
