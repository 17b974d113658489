package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.step.ArgumentBinder;
import io.jenkins.plugins.azml.runner.step.Step;
import io.jenkins.plugins.azml.runner.step.StepParameter;
import io.jenkins.plugins.azml.runner.step.StepSignature;
import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Checks the steps of a {@code steps} block as far as they can be known before the run. */
final class StepChecker {
    private final ModelErrors errors;
    private final StepCatalogue catalogue;

    StepChecker(ModelErrors errors, StepCatalogue catalogue) {
        this.errors = errors;
        this.catalogue = catalogue;
    }

    void check(Statement stage, ClosureExpression block, Checks checks) {
        List<Statement> statements = AstNodes.statements(block.getCode());
        checks.add(() -> {
            if (statements.isEmpty()) {
                errors.add(stage, "No steps specified for branch");
            }
        });
        statements.forEach(statement -> step(statement, checks));
    }

    private void step(Statement at, Checks checks) {
        Optional<MethodCallExpression> call = AstNodes.call(at);
        if (call.isEmpty()) {
            errors.add(at, "Expected a step");
            return;
        }
        if (!call.get().isImplicitThis()) {
            errors.add(at, "Method calls on objects not allowed outside \"script\" blocks.");
            return;
        }
        String name = String.valueOf(call.get().getMethodAsString());
        Optional<Step> step = catalogue.find(name);
        step.ifPresent(known -> checks.add(() -> arguments(at, call.get(), known.signature())));
        if (step.isPresent() && step.get().signature().takesBody() && !name.equals("script")) {
            AstNodes.block(call.get())
                    .ifPresent(body -> AstNodes.statements(body.getCode()).forEach(inner -> step(inner, checks)));
        }
    }

    private void arguments(Statement at, MethodCallExpression call, StepSignature signature) {
        if (signature.parameter(ArgumentBinder.ANY).isPresent()) {
            return;
        }
        List<Expression> arguments = AstNodes.arguments(call).stream()
                .filter(argument -> !(argument instanceof ClosureExpression))
                .toList();
        if (arguments.isEmpty()) {
            requireAll(at, signature, List.of());
        } else if (arguments.get(0) instanceof MapExpression named) {
            named(at, named, signature);
        } else if (arguments.size() > 1) {
            errors.add(at, "Arguments to \"" + signature.name() + "\" must be explicitly named.");
        } else {
            unnamed(at, arguments.get(0), signature);
        }
    }

    private void unnamed(Statement at, Expression argument, StepSignature signature) {
        Optional<StepParameter> sole = signature.soleParameter().flatMap(signature::parameter);
        if (sole.isEmpty() && !signature.takesBody()) {
            errors.add(at, "Step does not take a single required parameter - use named parameters instead");
        } else if (argument instanceof ConstantExpression literal) {
            sole.filter(parameter -> !fits(parameter.type(), literal.getValue()))
                    .ifPresent(parameter -> errors.add(
                            literal,
                            "Expecting \"" + word(parameter.type()) + "\" but got \"" + literal.getText()
                                    + "\" of type " + literal.getValue().getClass() + " instead"));
        }
    }

    private void named(Statement at, MapExpression named, StepSignature signature) {
        int before = errors.count();
        for (MapEntryExpression entry : named.getMapEntryExpressions()) {
            String key = entry.getKeyExpression().getText();
            Optional<StepParameter> parameter = signature.parameter(key);
            if (parameter.isEmpty()) {
                errors.add(
                        entry.getKeyExpression(),
                        "Invalid parameter \"" + key + "\", did you mean \"" + nearest(key, signature) + "\"?");
            } else if (entry.getValueExpression() instanceof ConstantExpression literal
                    && !fits(parameter.get().type(), literal.getValue())) {
                errors.add(
                        literal,
                        "Expecting \"" + word(parameter.get().type()) + "\" for parameter \"" + key
                                + "\" but got \"" + literal.getText() + "\" of type "
                                + literal.getValue().getClass()
                                + " instead");
            }
        }
        if (errors.count() > before) {
            return;
        }
        requireAll(
                at,
                signature,
                named.getMapEntryExpressions().stream()
                        .map(entry -> entry.getKeyExpression().getText())
                        .toList());
    }

    private void requireAll(ASTNode at, StepSignature signature, List<String> given) {
        for (StepParameter parameter : signature.parameters()) {
            if (parameter.constructor()
                    && parameter.type() != Object.class
                    && !given.contains(parameter.name())
                    && !parameter.name().equals("label")
                    && !parameter.name().equals("resource")) {
                errors.add(at, "Missing required parameter: \"" + parameter.name() + "\"");
            }
        }
    }

    private static String nearest(String key, StepSignature signature) {
        return signature.parameters().stream()
                .map(StepParameter::name)
                .min(java.util.Comparator.comparingInt(name -> StepCatalogue.distance(name, key)))
                .orElse("null");
    }

    private static boolean fits(Class<?> type, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (type == String.class) {
            return !(value instanceof Integer) && !(value instanceof Boolean);
        }
        return !Number.class.isAssignableFrom(type) || value instanceof Number;
    }

    private static String word(Class<?> type) {
        if (type == Integer.class) {
            return "int";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        return type == Long.class ? "long" : type.toString();
    }
}
