package io.jenkins.plugins.azml.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the site, one for the whole run, and each class a folder of its own, which is deleted at its end. Leaves out
 * those that are about another Jenkins, prints how long each took, and lets none leave a script that waits for approval.
 */
final class SiteExtension
        implements ParameterResolver, ExecutionCondition, BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final Namespace OWN = Namespace.create(SiteExtension.class);

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OWN).put(Instant.class, Instant.now());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Instant begun = context.getStore(OWN).get(Instant.class, Instant.class);
        List<String> approvals = site(context).newApprovals();
        boolean passed = context.getExecutionException().isEmpty() && approvals.isEmpty();
        System.out.println("[acceptance] " + context.getRequiredTestClass().getSimpleName() + " "
                + context.getDisplayName() + ": " + (passed ? "passed" : "failed") + " in "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
        assertThat(approvals).as("what waits for an administrator's approval").isEmpty();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        OnJenkins wanted = context.getRequiredTestClass().getAnnotation(OnJenkins.class);
        OnJenkins.Plugin found = site(context).hasPlugin() ? OnJenkins.Plugin.INSTALLED : OnJenkins.Plugin.MISSING;
        if (wanted.value() == found || wanted.value() == OnJenkins.Plugin.EITHER) {
            return ConditionEvaluationResult.enabled("the plugin is " + found);
        }
        String reason = context.getDisplayName() + " left out: the plugin is " + found;
        System.out.println("[acceptance] " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Site.class || type == Folder.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class ? site(context) : folder(context);
    }

    private static Folder folder(ExtensionContext context) {
        String name = context.getRequiredTestClass()
                .getSimpleName()
                .replace("Scenario", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return context.getStore(OWN)
                .computeIfAbsent(Folder.class, key -> site(context).folder(name), Folder.class);
    }

    private static Site site(ExtensionContext context) {
        return context.getRoot().getStore(OWN).computeIfAbsent(Site.class, key -> Site.open(), Site.class);
    }
}
