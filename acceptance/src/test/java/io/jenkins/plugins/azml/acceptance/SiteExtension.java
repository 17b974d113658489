package io.jenkins.plugins.azml.acceptance;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the site, one for the whole run, leaves out those that are about another Jenkins, and prints how long each
 * took.
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
        System.out.println("[acceptance] " + context.getRequiredTestClass().getSimpleName() + " "
                + context.getDisplayName() + ": "
                + (context.getExecutionException().isEmpty() ? "passed" : "failed") + " in "
                + Duration.between(begun, Instant.now()).toSeconds() + " s");
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
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context);
    }

    private static Site site(ExtensionContext context) {
        return context.getRoot().getStore(OWN).computeIfAbsent(Site.class, key -> Site.open(), Site.class);
    }
}
