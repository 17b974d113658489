package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code stages}, {@code parallel}, {@code matrix} and each {@code stage}. */
final class StageParser {
    private static final Set<String> CONTENTS = Set.of("steps", "stages", "parallel", "matrix");

    private final ModelErrors errors;
    private final SectionParser sections;
    private final StepChecker steps;
    private final WhenParser whens;

    StageParser(ModelErrors errors, SectionParser sections, StepCatalogue steps) {
        this.errors = errors;
        this.sections = sections;
        this.whens = new WhenParser(errors, sections);
        this.steps = new StepChecker(errors, steps);
    }

    Expression stages(Statement at, MethodCallExpression call, Checks checks, boolean inParallel) {
        List<Expression> models = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Checks own = checks.group();
        Optional<ClosureExpression> block = AstNodes.block(call);
        if (block.isEmpty()) {
            errors.add(at, "Expected a block for " + call.getMethodAsString());
            return AstNodes.list(models);
        }
        for (Statement statement : AstNodes.statements(block.get().getCode())) {
            stage(statement, names, checks, inParallel).ifPresent(models::add);
        }
        own.add(() -> checkNames(at, names));
        return AstNodes.list(models);
    }

    private void checkNames(Statement at, List<String> names) {
        if (names.isEmpty()) {
            errors.add(at, "No stages specified");
        }
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        names.stream().filter(name -> !seen.add(name)).forEach(twice::add);
        twice.forEach(name -> errors.add(at, "Duplicate stage name: \"" + name + "\""));
    }

    private Optional<Expression> stage(Statement at, List<String> names, Checks checks, boolean inParallel) {
        Optional<MethodCallExpression> call =
                AstNodes.call(at).filter(each -> "stage".equals(each.getMethodAsString()));
        if (call.isEmpty()) {
            errors.add(at, "Expected a stage");
            return Optional.empty();
        }
        List<Expression> arguments = AstNodes.arguments(call.get());
        if (arguments.isEmpty() || !(arguments.get(0) instanceof ConstantExpression name)) {
            errors.add(at, "Expected a stage name but did not find any");
            return Optional.empty();
        }
        Optional<ClosureExpression> block = AstNodes.block(call.get());
        if (block.isEmpty()) {
            errors.add(at, "Stage does not have a block");
            return Optional.empty();
        }
        names.add(name.getText());
        Map<String, Expression> model = new LinkedHashMap<>();
        model.put("name", name);
        contents(at, block.get(), model, name.getText(), checks, inParallel);
        return Optional.of(AstNodes.map(model));
    }

    private void contents(
            Statement at,
            ClosureExpression block,
            Map<String, Expression> model,
            String stage,
            Checks checks,
            boolean inParallel) {
        Checks own = checks.group();
        Map<String, Checks> places = new LinkedHashMap<>();
        for (String name : List.of("agent", "when", "post", "tools", "environment", "options", "input")) {
            places.put(name, checks.group());
        }
        Checks inner = checks.group();
        Set<String> seen = new LinkedHashSet<>();
        for (Statement statement : AstNodes.statements(block.getCode())) {
            Optional<MethodCallExpression> call = AstNodes.call(statement);
            if (call.isEmpty()) {
                errors.add(
                        at,
                        "Not a valid stage section definition: \"" + errors.text(statement)
                                + "\". Some extra configuration is required.");
                continue;
            }
            String name = sections.name(call.get());
            if (!seen.add(name)) {
                errors.add(at, "Multiple occurrences of the " + name + " section");
            }
            section(name, at, statement, call.get(), model, places.getOrDefault(name, inner));
        }
        own.add(() -> checkContents(at, stage, seen, inParallel));
    }

    private void checkContents(Statement at, String stage, Set<String> seen, boolean inParallel) {
        long count = seen.stream().filter(CONTENTS::contains).count();
        if (inParallel && (seen.contains("parallel") || seen.contains("matrix"))) {
            errors.add(at, "\"matrix\" or \"parallel\" cannot be nested inside another \"matrix\" or \"parallel\".");
        } else if (count > 1) {
            errors.add(
                    at,
                    "Only one of \"matrix\", \"parallel\", \"stages\", or \"steps\" allowed for stage \"" + stage
                            + "\"");
        } else if (count == 0) {
            errors.add(at, "Expected one of \"steps\", \"stages\", or \"parallel\" for stage \"" + stage + "\"");
        } else if (seen.contains("parallel") || seen.contains("matrix")) {
            Stream.of("agent", "tools")
                    .filter(seen::contains)
                    .forEach(section -> errors.add(
                            at,
                            "\"" + section + "\" is not allowed in stage \"" + stage
                                    + "\" as it contains parallel or matrix stages"));
        }
    }

    private void section(
            String name,
            Statement stage,
            Statement at,
            MethodCallExpression call,
            Map<String, Expression> model,
            Checks checks) {
        switch (name) {
            case "agent" -> model.put("agent", sections.agent(at, call, checks));
            case "when" -> model.put("when", whens.when(at, call, checks));
            case "post" -> model.put("post", sections.post(at, call, checks));
            case "environment" -> sections.environment(at, call, model, checks);
            case "options" -> sections.options(at, call, model, checks, true);
            case "input" -> model.put("input", sections.input(at, call, checks));
            case "tools" -> sections.tools(call, checks);
            case "failFast" -> model.put("failFast", AstNodes.arguments(call).get(0));
            case "stages" -> model.put("stages", stages(at, call, checks, false));
            case "parallel" -> model.put("parallel", stages(at, call, checks, true));
            case "matrix" -> model.put("matrix", matrix(at, call, checks));
            case "steps" ->
                AstNodes.block(call).ifPresent(block -> {
                    model.put("steps", block);
                    steps.check(stage, block, checks);
                });
            default ->
                errors.add(
                        stage,
                        "Unknown stage section \"" + name
                                + "\". Starting with version 0.5, steps in a stage must be in a ‘steps’ block.");
        }
    }

    private Expression matrix(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> model = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        AstNodes.block(call).ifPresent(block -> {
            for (Statement statement : AstNodes.statements(block.getCode())) {
                AstNodes.call(statement).ifPresent(each -> {
                    String name = sections.name(each);
                    seen.add(name);
                    matrixSection(name, at, statement, each, model, checks);
                });
            }
        });
        for (String required : List.of("axes", "stages")) {
            checks.add(() -> {
                if (!seen.contains(required)) {
                    errors.add(at, "Missing required section \"" + required + "\"");
                }
            });
        }
        return AstNodes.map(model);
    }

    private void matrixSection(
            String name,
            Statement matrix,
            Statement at,
            MethodCallExpression call,
            Map<String, Expression> model,
            Checks checks) {
        switch (name) {
            case "axes" -> model.put("axes", AxesParser.axes(call));
            case "excludes" -> model.put("excludes", AxesParser.excludes(call));
            case "agent", "when", "post", "environment", "options", "input", "tools", "stages" ->
                section(name, matrix, at, call, model, checks);
            default -> errors.add(at, "Undefined section \"" + name + "\"");
        }
    }
}
