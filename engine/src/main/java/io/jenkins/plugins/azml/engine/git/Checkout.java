package io.jenkins.plugins.azml.engine.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Facts from a checkout, by asking {@code git}. Where git is missing, takes too long, or does not trust the folder's
 * owner, there are none.
 */
final class Checkout {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** What git says for the remote's address when there is no remote. */
    private static final String NO_REMOTE = "origin";

    private final GitCommand git;

    Checkout() {
        this(new GitCommand("git", LIMIT));
    }

    Checkout(GitCommand git) {
        this.git = git;
    }

    /** @param place a folder or file in a checkout */
    GitFacts facts(Path place) {
        Path absolute = place.toAbsolutePath();
        Path parent = absolute.getParent();
        Path folder = Files.isDirectory(absolute) || parent == null ? absolute : parent;
        if (!line(folder, "rev-parse", "--is-inside-work-tree").equals(Optional.of("true"))) {
            return GitFacts.none();
        }
        return new GitFacts(
                orNull(line(folder, "ls-remote", "--get-url").filter(url -> !url.equals(NO_REMOTE))),
                orNull(line(folder, "symbolic-ref", "--short", "HEAD")),
                orNull(line(folder, "rev-parse", "HEAD")),
                dirty(folder),
                null,
                null);
    }

    /** One byte of answer is enough: a checkout with a million changes takes no longer. */
    private @Nullable Boolean dirty(Path folder) {
        GitCommand.Answer answer = git.run(folder, 1, "status", "--porcelain", ".");
        if (!answer.text().isEmpty()) {
            return true;
        }
        return answer.status() == 0 ? false : null;
    }

    private Optional<String> line(Path folder, String... arguments) {
        GitCommand.Answer answer = git.run(folder, 4096, arguments);
        return Optional.of(answer.text().strip()).filter(text -> answer.status() == 0 && !text.isEmpty());
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
