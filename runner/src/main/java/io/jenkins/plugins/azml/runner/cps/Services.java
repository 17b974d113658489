package io.jenkins.plugins.azml.runner.cps;

import io.jenkins.plugins.azml.runner.build.Approvals;
import io.jenkins.plugins.azml.runner.build.Credentials;
import io.jenkins.plugins.azml.runner.build.Findings;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.library.Libraries;
import io.jenkins.plugins.azml.runner.sandbox.SandboxReport;
import io.jenkins.plugins.azml.runner.script.SourcePlaces;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** What the machine around the program offers to its steps. */
public record Services(
        Home home,
        StepCatalogue steps,
        Libraries libraries,
        Credentials credentials,
        Approvals approvals,
        SandboxReport sandboxReport,
        SourcePlaces places,
        Findings findings,
        ExecutorService background,
        ScheduledExecutorService timer) {}
