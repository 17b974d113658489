package io.jenkins.plugins.azml.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests on the Jenkins that was given; they share one {@link Site}. A class that is about another Jenkins than this one is
 * left out, which is printed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SiteExtension.class)
@interface OnJenkins {
    /** Whether the tests are about a Jenkins with the plugin, without it, or either. */
    Plugin value();

    /** What {@code azml...} in a Jenkinsfile is. */
    enum Plugin {
        INSTALLED,
        MISSING,
        EITHER
    }
}
