package io.jenkins.plugins.azml.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the comparison of signatures with real classes tells. */
class ComparisonTest {
    /** As somebody believes that it is. */
    public abstract static class Believed {
        public String name;

        public Believed(String name) {
            this.name = name;
        }

        public abstract void act() throws IOException;

        public static Believed of(String text) {
            throw new UnsupportedOperationException(text);
        }

        @NotReal
        public void helper() {}
    }

    /** As it is. */
    public abstract static class Real {
        public Object name;

        protected Real(String name) {
            this.name = name;
        }

        public abstract void act() throws InterruptedException;
    }

    @Test
    void a_class_does_not_differ_from_itself() {
        assertThat(new Comparison(FilePath.class, FilePath.class).differences()).isEmpty();
    }

    @Test
    void every_member_that_is_otherwise_is_told() {
        assertThat(new Comparison(Believed.class, Real.class).differences())
                .containsExactlyInAnyOrder(
                        "is no " + Believed.class.getName(),
                        "the constructor(java.lang.String) is protected, not public",
                        "act() throws [java.lang.InterruptedException], not [java.io.IOException]",
                        "of(java.lang.String) is not there",
                        "name is a java.lang.Object");
    }
}
