package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads and builds the few shapes of Groovy syntax that a Declarative model is made of. */
final class AstNodes {
    private AstNodes() {}

    static List<Statement> statements(Statement code) {
        return code instanceof BlockStatement block ? block.getStatements() : List.of(code);
    }

    static Optional<MethodCallExpression> call(Statement statement) {
        Expression expression = null;
        if (statement instanceof ExpressionStatement wrapped) {
            expression = wrapped.getExpression();
        } else if (statement instanceof ReturnStatement wrapped) {
            expression = wrapped.getExpression();
        }
        return expression instanceof MethodCallExpression call ? Optional.of(call) : Optional.empty();
    }

    /** The arguments of a call, with named ones gathered in one map. */
    static List<Expression> arguments(MethodCallExpression call) {
        List<Expression> arguments = new ArrayList<>();
        if (call.getArguments() instanceof TupleExpression tuple) {
            for (Expression argument : tuple.getExpressions()) {
                arguments.add(
                        argument instanceof NamedArgumentListExpression named
                                ? new MapExpression(named.getMapEntryExpressions())
                                : argument);
            }
        }
        return arguments;
    }

    /** The block after a call, where there is one. */
    static Optional<ClosureExpression> block(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression closure
                ? Optional.of(closure)
                : Optional.empty();
    }

    /** A closure that gives one value. */
    static ClosureExpression giving(Expression value) {
        BlockStatement code = new BlockStatement(List.of(new ReturnStatement(value)), new VariableScope());
        ClosureExpression closure = new ClosureExpression(null, code);
        closure.setVariableScope(new VariableScope());
        closure.setSourcePosition(value);
        return closure;
    }

    static ListExpression list(List<? extends Expression> elements) {
        return new ListExpression(new ArrayList<>(elements));
    }

    static MapExpression map(Map<String, ? extends Expression> entries) {
        MapExpression map = new MapExpression();
        entries.forEach(
                (key, value) -> map.addMapEntryExpression(new MapEntryExpression(new ConstantExpression(key), value)));
        return map;
    }
}
