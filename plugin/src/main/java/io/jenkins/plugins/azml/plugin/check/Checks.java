package io.jenkins.plugins.azml.plugin.check;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import io.jenkins.plugins.azml.engine.rest.Redaction;
import io.jenkins.plugins.azml.plugin.build.BuildReport;
import io.jenkins.plugins.azml.plugin.build.StagesAction;
import io.jenkins.plugins.azml.plugin.run.Hosts;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The check of each build on its commit. Published in the background, one build after another: a host of code that is slow
 * holds one thread, and no earlier state arrives behind a later one.
 */
@Extension
public final class Checks {
    /** The same as the shared library's: a commit has one check, by the one or by the other. */
    static final String NAME = "azml";

    private static final Logger LOGGER = Logger.getLogger(Checks.class.getName());

    /** What happens meanwhile is published together. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Set<Run<?, ?>> changed = new HashSet<>();
    private final Set<Run<?, ?>> due = new LinkedHashSet<>();
    private boolean publishing;

    public static Checks get() {
        return ExtensionList.lookupSingleton(Checks.class);
    }

    private static boolean isPossible() {
        return Jenkins.get().getPlugin("checks-api") != null;
    }

    /** From now on the build has a check, where there is a plugin for it. The caller saves the build. */
    public void begin(Run<?, ?> build) {
        if (isPossible()) {
            synchronized (build) {
                if (build.getAction(CheckAction.class) == null) {
                    build.addAction(new CheckAction());
                }
            }
        }
    }

    /** A stage of the build began or ended: its check follows soon, if it has one. */
    public void changed(Run<?, ?> build) {
        if (isPossible() && isOpen(build) && note(build)) {
            Future<?> unused = Hosts.get().execute(() -> publishNext(build), PAUSE);
        }
    }

    /** The build has ended: its check is completed, if it has one. */
    void ended(Run<?, ?> build) {
        if (isPossible() && isOpen(build)) {
            publishNext(build);
        }
    }

    private static boolean isOpen(Run<?, ?> build) {
        CheckAction check = build.getAction(CheckAction.class);
        return check != null && !check.isCompleted();
    }

    private synchronized boolean note(Run<?, ?> build) {
        return changed.add(build);
    }

    private synchronized void publishNext(Run<?, ?> build) {
        changed.remove(build);
        due.add(build);
        if (!publishing) {
            publishing = true;
            Hosts.get().execute(this::publishFirst);
        }
    }

    private void publishFirst() {
        Run<?, ?> build = takeFirst();
        try {
            publish(build);
        } finally {
            goOn();
        }
    }

    private synchronized Run<?, ?> takeFirst() {
        Run<?, ?> first = due.iterator().next();
        due.remove(first);
        return first;
    }

    private synchronized void goOn() {
        publishing = !due.isEmpty();
        if (publishing) {
            Hosts.get().execute(this::publishFirst);
        }
    }

    private static void publish(Run<?, ?> build) {
        CheckAction action = build.getAction(CheckAction.class);
        StagesAction stages = build.getAction(StagesAction.class);
        if (action == null
                || action.isCompleted()
                || stages == null
                || stages.getStages().isEmpty()) {
            return;
        }
        boolean ended = !build.isBuilding();
        send(build, stages, ended);
        if (ended) {
            action.complete();
            save(build);
        }
    }

    /** A check that cannot be published is told in Jenkins' log and changes nothing else. */
    private static void send(Run<?, ?> build, StagesAction stages, boolean ended) {
        try {
            BuildReport report = stages.getReport();
            ChecksApi.publish(build, ended ? Check.completed(report, build.getResult()) : Check.inProgress(report));
        } catch (RuntimeException | LinkageError e) {
            tell(build, e);
        }
    }

    private static void save(Run<?, ?> build) {
        try {
            build.save();
        } catch (IOException e) {
            tell(build, e);
        }
    }

    private static void tell(Run<?, ?> build, Throwable failure) {
        LOGGER.log(Level.WARNING, "the check of build {0} was not published or not saved: {1}", new Object[] {
            build.getExternalizableId(), Redaction.line(failure.toString(), 500)
        });
    }
}
