package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/** Reads the sections that pipelines and stages share. */
final class SectionParser {
    private static final List<String> FLAGS = List.of(
            "skipStagesAfterUnstable",
            "parallelsAlwaysFailFast",
            "skipDefaultCheckout",
            "disableConcurrentBuilds",
            "disableResume",
            "preserveStashes",
            "buildDiscarder",
            "checkoutToSubdirectory",
            "durabilityHint",
            "newContainerPerStage",
            "overrideIndexTriggers",
            "quietPeriod",
            "rateLimitBuilds",
            "copyArtifactPermission");
    private static final List<String> STAGE_FLAGS = List.of("skipDefaultCheckout");
    private static final List<String> INPUT_FIELDS =
            List.of("message", "id", "ok", "submitter", "submitterParameter", "parameters");
    private static final List<String> WRAPPERS = List.of(
            "timeout",
            "retry",
            "timestamps",
            "lock",
            "withCredentials",
            "withEnv",
            "catchError",
            "warnError",
            "ansiColor",
            "throttle");
    private final ModelErrors errors;

    SectionParser(ModelErrors errors) {
        this.errors = errors;
    }

    /** The name of a section; two sections on one line are a chain of calls, whose name is an error. */
    String name(MethodCallExpression call) {
        if (!call.isImplicitThis()) {
            errors.add(call.getObjectExpression(), "Expected a symbol");
            return ModelParser.ONE_LINE;
        }
        return String.valueOf(call.getMethodAsString());
    }

    List<Statement> block(Statement at, MethodCallExpression call) {
        Optional<ClosureExpression> block = AstNodes.block(call);
        if (block.isEmpty()) {
            errors.add(at, "Expected a block for " + call.getMethodAsString());
            return List.of();
        }
        return AstNodes.statements(block.get().getCode());
    }

    Expression agent(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> model = new LinkedHashMap<>();
        List<Expression> arguments = AstNodes.arguments(call);
        Expression only = arguments.size() == 1 ? arguments.get(0) : null;
        if (only == null) {
            errors.add(at, "No argument for agent");
        } else if (only instanceof VariableExpression word
                && Set.of("any", "none").contains(word.getName())) {
            model.put("kind", new ConstantExpression(word.getName()));
        } else if (only instanceof ClosureExpression block) {
            agentBlock(at, block, model, checks);
        } else {
            errors.add(at, "Only \"agent none\", \"agent any\" or \"agent {...}\" are allowed.");
        }
        return AstNodes.map(model);
    }

    private void agentBlock(Statement at, ClosureExpression block, Map<String, Expression> model, Checks checks) {
        for (Statement statement : AstNodes.statements(block.getCode())) {
            Optional<MethodCallExpression> call = AstNodes.call(statement);
            if (call.isEmpty()) {
                errors.add(at, "Expected to find ‘key \"value\"’");
                continue;
            }
            String kind = name(call.get());
            switch (kind) {
                case "label" -> {
                    model.put("kind", new ConstantExpression(kind));
                    model.put("label", arguments(call.get()));
                }
                case "node" -> {
                    model.put("kind", new ConstantExpression(kind));
                    block(statement, call.get())
                            .forEach(each -> AstNodes.call(each)
                                    .ifPresent(option -> model.put(name(option), arguments(option))));
                }
                case "docker", "dockerfile", "kubernetes" ->
                    checks.add(() -> errors.add(
                            statement, "agent " + kind + " is not simulated here; use \"agent any\" or a label"));
                default ->
                    checks.add(() -> errors.add(
                            at,
                            "Invalid agent type \"" + kind
                                    + "\" specified. Must be one of [any, docker, dockerfile, label, none]"));
            }
        }
    }

    /** A closure that gives the arguments of a call as a list. */
    static Expression arguments(MethodCallExpression call) {
        return AstNodes.giving(AstNodes.list(AstNodes.arguments(call)));
    }

    void environment(Statement at, MethodCallExpression call, Map<String, Expression> model, Checks checks) {
        Map<String, Expression> values = new LinkedHashMap<>();
        Map<String, Expression> credentials = new LinkedHashMap<>();
        for (Statement statement : block(at, call)) {
            if (statement instanceof ExpressionStatement wrapped
                    && wrapped.getExpression() instanceof BinaryExpression pair
                    && pair.getOperation().getType() == Types.EQUAL) {
                pair(pair, values, credentials);
            } else {
                errors.add(
                        statement,
                        "\"" + errors.text(statement)
                                + "\" is not a valid environment expression. Use \"key = value\" pairs with valid Java/shell keys.");
            }
        }
        boolean empty = values.isEmpty() && credentials.isEmpty();
        checks.add(() -> {
            if (empty) {
                errors.add(at, "No variables specified for environment");
            }
        });
        if (!values.isEmpty()) {
            model.put("environment", AstNodes.map(values));
        }
        if (!credentials.isEmpty()) {
            model.put("credentials", AstNodes.map(credentials));
        }
    }

    private void pair(BinaryExpression pair, Map<String, Expression> values, Map<String, Expression> credentials) {
        String name = pair.getLeftExpression().getText();
        Expression value = pair.getRightExpression();
        if (values.containsKey(name) || credentials.containsKey(name)) {
            errors.add(pair.getLeftExpression(), "Duplicate environment variable name: \"" + name + "\"");
        } else if (value instanceof MethodCallExpression call && "credentials".equals(call.getMethodAsString())) {
            credentials.put(name, arguments(call));
        } else if (value instanceof BinaryExpression sum) {
            if (sum.getOperation().getType() == Types.PLUS) {
                values.put(name, AstNodes.giving(value));
            } else {
                errors.add(value, "Environment variable values can only be joined together with ‘+’s.");
            }
        } else if (value instanceof ConstantExpression
                || value instanceof GStringExpression
                || value instanceof MethodCallExpression) {
            values.put(name, AstNodes.giving(value));
        } else {
            errors.add(
                    value,
                    "Environment variable values must either be single quoted, double quoted, or function calls.");
        }
    }

    Expression post(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> conditions = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        checks.add(() -> {
            if (conditions.isEmpty()) {
                errors.add(at, "post can not be empty");
            }
            twice.forEach(name -> errors.add(at, "Duplicate build condition name: \"" + name + "\""));
        });
        for (Statement statement : block(at, call)) {
            Optional<MethodCallExpression> condition = AstNodes.call(statement);
            Optional<ClosureExpression> body = condition.flatMap(AstNodes::block);
            if (condition.isEmpty() || body.isEmpty() || !condition.get().isImplicitThis()) {
                errors.add(
                        statement,
                        "The ‘post’ section can only contain build condition names with code blocks. "
                                + "Valid condition names are " + PostCondition.words());
                continue;
            }
            String name = name(condition.get());
            if (conditions.put(name, body.get()) != null) {
                twice.add(name);
            }
            checks.add(() -> {
                if (PostCondition.of(name).isEmpty()) {
                    errors.add(
                            statement,
                            "Invalid condition \"" + name + "\" - valid conditions are " + PostCondition.words());
                }
            });
        }
        return AstNodes.map(conditions);
    }

    void options(
            Statement at, MethodCallExpression call, Map<String, Expression> model, Checks checks, boolean inStage) {
        List<Expression> wrappers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Statement statement : block(at, call)) {
            Optional<MethodCallExpression> option = AstNodes.call(statement);
            if (option.isEmpty()) {
                errors.add(statement, "Expected an option");
                continue;
            }
            String name = name(option.get());
            checks.add(() -> checkOption(statement, name, seen, inStage ? STAGE_FLAGS : FLAGS));
            if (WRAPPERS.contains(name)) {
                wrappers.add(AstNodes.map(
                        Map.of("name", new ConstantExpression(name), "arguments", arguments(option.get()))));
            }
            flag(name, model);
        }
        checks.add(() -> {
            if (seen.isEmpty()) {
                errors.add(at, "options can not be empty");
            }
        });
        if (!wrappers.isEmpty()) {
            model.put("wrappers", AstNodes.list(wrappers));
        }
    }

    private void checkOption(Statement at, String name, Set<String> seen, List<String> flags) {
        if (!seen.add(name)) {
            errors.add(at, "Duplicate option name: \"" + name + "\"");
        }
        if (!WRAPPERS.contains(name) && !flags.contains(name)) {
            List<String> all = new ArrayList<>(flags);
            all.addAll(WRAPPERS);
            errors.add(
                    at,
                    "Invalid option type \"" + name + "\". Valid option types: "
                            + all.stream().sorted().toList());
        }
    }

    private static void flag(String option, Map<String, Expression> model) {
        switch (option) {
            case "skipStagesAfterUnstable" -> model.put("skipUnstable", ConstantExpression.TRUE);
            case "parallelsAlwaysFailFast" -> model.put("alwaysFailFast", ConstantExpression.TRUE);
            case "skipDefaultCheckout" -> model.put("skipDefaultCheckout", ConstantExpression.TRUE);
            default -> {}
        }
    }

    Expression input(Statement at, MethodCallExpression call, Checks checks) {
        Map<String, Expression> fields = new LinkedHashMap<>();
        for (Statement statement : block(at, call)) {
            AstNodes.call(statement).ifPresent(field -> {
                String name = name(field);
                if (!INPUT_FIELDS.contains(name)) {
                    errors.add(statement, "Not a valid field for input: \"" + name + "\"");
                }
                fields.put(name, name.equals("parameters") ? describedList(field) : arguments(field));
            });
        }
        checks.add(() -> {
            if (!fields.containsKey("message")) {
                errors.add(at, "No message specified for input");
            }
        });
        return AstNodes.map(fields);
    }

    /** A closure that gives what the calls of a block describe, as a list. */
    Expression describedList(MethodCallExpression call) {
        List<Expression> described = new ArrayList<>();
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement -> AstNodes.call(statement).ifPresent(described::add)));
        return AstNodes.giving(AstNodes.list(described));
    }

    Expression libraries(MethodCallExpression call) {
        List<Expression> names = new ArrayList<>();
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement -> AstNodes.call(statement)
                                .ifPresent(library -> names.addAll(AstNodes.arguments(library)))));
        return AstNodes.giving(AstNodes.list(names));
    }

    void tools(MethodCallExpression call, Checks checks) {
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement -> AstNodes.call(statement)
                                .ifPresent(tool -> checks.add(() -> {
                                    Expression version =
                                            AstNodes.arguments(tool).get(0);
                                    errors.add(
                                            version,
                                            "Tool type \"" + tool.getMethodAsString()
                                                    + "\" does not have an install of \"" + version.getText()
                                                    + "\" configured - did you mean \"null\"?");
                                }))));
    }
}
