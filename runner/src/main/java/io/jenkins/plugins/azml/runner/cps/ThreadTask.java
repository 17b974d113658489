package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a thread yields where it stops for a moment. */
interface ThreadTask extends Serializable {
    /** Does what the thread stopped for; gives the outcome to go on with, or null where the thread now waits. */
    @Nullable
    Outcome begin(CpsThread thread);
}
