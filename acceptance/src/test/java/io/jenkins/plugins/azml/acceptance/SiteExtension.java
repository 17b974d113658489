package io.jenkins.plugins.azml.acceptance;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the site, one for the whole run, and leaves out those that are about another Jenkins. */
final class SiteExtension implements ParameterResolver, ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        OnJenkins wanted = context.getRequiredTestClass().getAnnotation(OnJenkins.class);
        OnJenkins.Plugin found = site(context).hasPlugin() ? OnJenkins.Plugin.INSTALLED : OnJenkins.Plugin.MISSING;
        if (wanted.value() == found) {
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
        return context.getRoot()
                .getStore(Namespace.create(SiteExtension.class))
                .computeIfAbsent(Site.class, key -> Site.open(), Site.class);
    }
}
