package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads the sections of a {@code pipeline} block. */
final class ModelParser {
    static final String ONE_LINE = "error";

    private final ModelErrors errors;
    private final SectionParser sections;
    private final StageParser stages;

    ModelParser(ModelErrors errors, StepCatalogue steps) {
        this.errors = errors;
        this.sections = new SectionParser(errors);
        this.stages = new StageParser(errors, sections, steps);
    }

    /** Reads and checks a pipeline, and gives the expression of its model. */
    Expression pipeline(ASTNode at, ClosureExpression block) {
        Checks checks = new Checks();
        Checks own = checks.group();
        Map<String, Checks> places = places(checks);
        Map<String, Expression> model = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Statement statement : AstNodes.statements(block.getCode())) {
            Optional<MethodCallExpression> call = AstNodes.call(statement);
            if (call.isEmpty()) {
                errors.add(
                        statement,
                        "Not a valid section definition: \"" + errors.text(statement)
                                + "\". Some extra configuration is required.");
                continue;
            }
            String name = sections.name(call.get());
            if (!seen.add(name)) {
                errors.add(statement, "Multiple occurrences of the " + name + " section");
            }
            section(name, statement, call.get(), model, places);
        }
        own.add(() -> require("stages", seen, at));
        own.add(() -> require("agent", seen, at));
        checks.run();
        return AstNodes.map(model);
    }

    private static Map<String, Checks> places(Checks checks) {
        Map<String, Checks> places = new LinkedHashMap<>();
        for (String name : List.of(
                "stages", "post", "environment", "agent", "tools", "options", "parameters", "triggers", "libraries")) {
            places.put(name, checks.group());
        }
        return places;
    }

    private void require(String section, Set<String> seen, ASTNode at) {
        if (!seen.contains(section)) {
            errors.add(at, "Missing required section \"" + section + "\"");
        }
    }

    private void section(
            String name,
            Statement at,
            MethodCallExpression call,
            Map<String, Expression> model,
            Map<String, Checks> places) {
        Checks checks = places.getOrDefault(name, new Checks());
        switch (name) {
            case "stages" -> model.put("stages", stages.stages(at, call, checks, false));
            case "agent" -> model.put("agent", sections.agent(at, call, checks));
            case "environment" -> sections.environment(at, call, model, checks);
            case "post" -> model.put("post", sections.post(at, call, checks));
            case "options" -> sections.options(at, call, model, checks, false);
            case "parameters" -> model.put("parameters", sections.describedList(call));
            case "libraries" -> model.put("libraries", sections.libraries(call));
            case "tools" -> sections.tools(call, checks);
            case "triggers" -> model.put("triggers", ConstantExpression.TRUE);
            default -> errors.add(at, "Undefined section \"" + name + "\"");
        }
    }
}
