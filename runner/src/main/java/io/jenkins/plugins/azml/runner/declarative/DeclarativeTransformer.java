package io.jenkins.plugins.azml.runner.declarative;

import io.jenkins.plugins.azml.runner.steps.StepCatalogue;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Finds {@code pipeline { }} at the top of a script and puts its model in the place of the block. */
public final class DeclarativeTransformer extends CompilationCustomizer {
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
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            Optional<MethodCallExpression> call = AstNodes.call(statement)
                    .filter(each -> "pipeline".equals(each.getMethodAsString()))
                    .filter(each -> each.isImplicitThis());
            Optional<ClosureExpression> block = call.flatMap(AstNodes::block);
            if (call.isPresent() && block.isPresent()) {
                transform(source, statement, call.get(), block.get());
                new VariableScopeVisitor(source).visitClass(type);
            }
        }
    }

    private void transform(SourceUnit source, Statement at, MethodCallExpression call, ClosureExpression block) {
        ModelErrors errors = new ModelErrors(source);
        Expression model = new ModelParser(errors, steps).pipeline(at, block);
        if (!errors.any()) {
            call.setArguments(new ArgumentListExpression(model));
        }
    }
}
