package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Finds {@code pipeline { }} in a script or a library's variable and puts its model in the place of the block. */
public final class DeclarativeTransformer extends CompilationCustomizer {
    private static final String LIBRARY_CALL = "call";

    private final StepCatalogue steps;

    public DeclarativeTransformer(StepCatalogue steps) {
        super(CompilePhase.SEMANTIC_ANALYSIS);
        this.steps = steps;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.equals(source.getAST().getScriptClassDummy())) {
            return;
        }
        List<Statement> top = source.getAST().getStatementBlock().getStatements();
        List<Statement> statements = new ArrayList<>(top);
        type.getDeclaredMethods(LIBRARY_CALL).forEach(method -> collect(method.getCode(), statements));
        if (statements.stream().noneMatch(statement -> pipeline(statement).isPresent())) {
            top.forEach(statement -> statement.visit(new Nested(new ModelErrors(source))));
        }
        statements.forEach(statement -> transform(source, type, statement));
    }

    /** Tells of pipelines where Jenkins takes none. */
    private static final class Nested extends CodeVisitorSupport {
        private final ModelErrors errors;

        Nested(ModelErrors errors) {
            this.errors = errors;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            if (isPipeline(call)) {
                errors.add(call, "pipeline block must be at the top-level, not within another block.");
            } else {
                super.visitMethodCallExpression(call);
            }
        }
    }

    private static boolean isPipeline(MethodCallExpression call) {
        return "pipeline".equals(call.getMethodAsString())
                && call.isImplicitThis()
                && AstNodes.block(call).isPresent();
    }

    private static Optional<MethodCallExpression> pipeline(Statement statement) {
        return AstNodes.call(statement).filter(DeclarativeTransformer::isPipeline);
    }

    /** A library's variable may hold pipelines too, as statements of its method and in the branches of a choice. */
    private static void collect(Statement statement, List<Statement> found) {
        if (statement instanceof BlockStatement block) {
            block.getStatements().forEach(inner -> collect(inner, found));
        } else if (statement instanceof IfStatement choice) {
            collect(choice.getIfBlock(), found);
            collect(choice.getElseBlock(), found);
        } else {
            found.add(statement);
        }
    }

    private void transform(SourceUnit source, ClassNode type, Statement statement) {
        pipeline(statement).ifPresent(call -> {
            transform(source, statement, call, AstNodes.block(call).orElseThrow());
            new VariableScopeVisitor(source).visitClass(type);
        });
    }

    private void transform(SourceUnit source, Statement at, MethodCallExpression call, ClosureExpression block) {
        ModelErrors errors = new ModelErrors(source);
        Expression model = new ModelParser(errors, steps).pipeline(at, block);
        if (!errors.any()) {
            call.setArguments(new ArgumentListExpression(model));
        }
    }
}
