package io.jenkins.plugins.azml.runner.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Reads the axes of a {@code matrix} and what is excluded of it. */
final class AxesParser {
    private AxesParser() {}

    static Expression axes(MethodCallExpression call) {
        List<Expression> axes = new ArrayList<>();
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement -> AstNodes.call(statement).ifPresent(axis -> axes.add(axis(axis)))));
        return AstNodes.list(axes);
    }

    static Expression excludes(MethodCallExpression call) {
        List<Expression> excludes = new ArrayList<>();
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement ->
                                AstNodes.call(statement).ifPresent(exclude -> excludes.add(axes(exclude)))));
        return AstNodes.list(excludes);
    }

    private static Expression axis(MethodCallExpression call) {
        Map<String, Expression> model = new LinkedHashMap<>();
        AstNodes.block(call)
                .ifPresent(block -> AstNodes.statements(block.getCode())
                        .forEach(statement -> AstNodes.call(statement).ifPresent(field -> {
                            List<Expression> arguments = AstNodes.arguments(field);
                            switch (String.valueOf(field.getMethodAsString())) {
                                case "name" -> model.put("name", arguments.get(0));
                                case "values" -> model.put("values", AstNodes.list(arguments));
                                case "notValues" -> {
                                    model.put("values", AstNodes.list(arguments));
                                    model.put("inverse", ConstantExpression.TRUE);
                                }
                                default -> {}
                            }
                        })));
        return AstNodes.map(model);
    }
}
