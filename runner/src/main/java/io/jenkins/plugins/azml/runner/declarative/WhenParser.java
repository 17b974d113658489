package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code when} and its conditions. */
final class WhenParser {
    private static final List<String> WHEN = List.of(
            "allOf",
            "anyOf",
            "branch",
            "buildingTag",
            "changeRequest",
            "changelog",
            "changeset",
            "environment",
            "equals",
            "expression",
            "isRestartedRun",
            "not",
            "tag",
            "triggeredBy");
    private static final Set<String> NESTING = Set.of("allOf", "anyOf", "not");
    private static final Set<String> NOT_SIMULATED = Set.of("changelog", "changeset");

    private final ModelErrors errors;
    private final SectionParser sections;

    WhenParser(ModelErrors errors, SectionParser sections) {
        this.errors = errors;
        this.sections = sections;
    }

    Expression when(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> model = new LinkedHashMap<>();
        List<Expression> conditions = new ArrayList<>();
        for (Statement statement : sections.block(at, call)) {
            Optional<MethodCallExpression> condition = AstNodes.call(statement);
            if (condition.isEmpty()) {
                errors.add(statement, "Expected a when condition");
                continue;
            }
            String name = sections.name(condition.get());
            if (Set.of("beforeAgent", "beforeInput", "beforeOptions").contains(name)) {
                model.put(name, AstNodes.arguments(condition.get()).get(0));
            } else {
                conditions.add(condition(statement, condition.get(), checks));
            }
        }
        checks.add(() -> {
            if (conditions.isEmpty()) {
                errors.add(at, "Empty when closure, remove the property or add some content.");
            }
        });
        model.put("conditions", AstNodes.list(conditions));
        return AstNodes.map(model);
    }

    private Expression condition(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> model = new LinkedHashMap<>();
        String name = sections.name(call);
        model.put("name", new ConstantExpression(name));
        checks.add(() -> checkCondition(at, name));
        if (NESTING.contains(name)) {
            List<Expression> children = new ArrayList<>();
            for (Statement statement : sections.block(at, call)) {
                AstNodes.call(statement).ifPresent(child -> children.add(condition(statement, child, checks)));
            }
            checks.add(() -> checkChildren(at, name, children.size()));
            model.put("children", AstNodes.list(children));
        } else if (name.equals("expression")) {
            AstNodes.block(call).ifPresent(body -> model.put("body", body));
        } else {
            model.put("arguments", SectionParser.arguments(call));
        }
        return AstNodes.map(model);
    }

    private void checkChildren(Statement at, String name, int count) {
        if (name.equals("not") && count != 1) {
            errors.add(at, "Nested when condition \"not\" requires exactly 1 child condition(s).");
        } else if (count == 0) {
            errors.add(at, "Nested when condition \"" + name + "\" requires at least one child condition.");
        }
    }

    private void checkCondition(Statement at, String name) {
        if (!WHEN.contains(name)) {
            errors.add(at, "Unknown conditional " + name + ". Valid conditionals are: " + String.join(", ", WHEN));
        } else if (NOT_SIMULATED.contains(name)) {
            errors.add(at, "when " + name + " is not simulated here: a local build has no changes to compare");
        }
    }
}
