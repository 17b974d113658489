package io.jenkins.plugins.azml.runner.declarative;

import hudson.model.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of a {@code post} section, in the order in which they are looked at. */
enum PostCondition {
    ALWAYS("always") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return true;
        }
    },
    CHANGED("changed") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now != before;
        }
    },
    FIXED("fixed") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.SUCCESS && (before == Result.FAILURE || before == Result.UNSTABLE);
        }
    },
    REGRESSION("regression") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return before != null && now.isWorseThan(before);
        }
    },
    ABORTED("aborted") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.ABORTED;
        }
    },
    SUCCESS("success") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.SUCCESS;
        }
    },
    UNSUCCESSFUL("unsuccessful") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now != Result.SUCCESS;
        }
    },
    UNSTABLE("unstable") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.UNSTABLE;
        }
    },
    FAILURE("failure") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.FAILURE;
        }
    },
    NOT_BUILT("notBuilt") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return now == Result.NOT_BUILT;
        }
    },
    CLEANUP("cleanup") {
        @Override
        boolean holds(Result now, @Nullable Result before) {
            return true;
        }
    };

    private final String word;

    PostCondition(String word) {
        this.word = word;
    }

    /** @param before the result of the build before, null for the first build */
    abstract boolean holds(Result now, @Nullable Result before);

    /** Tells whether the condition compares with the build before: then what a stage warned of does not count. */
    boolean comparesBuilds() {
        return this == CHANGED || this == FIXED || this == REGRESSION;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(condition -> condition.word).toList();
    }

    static Optional<PostCondition> of(String word) {
        return Arrays.stream(values())
                .filter(condition -> condition.word.equals(word))
                .findFirst();
    }
}
