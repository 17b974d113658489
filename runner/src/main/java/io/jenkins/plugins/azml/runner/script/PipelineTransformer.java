package io.jenkins.plugins.azml.runner.script;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import com.cloudbees.groovy.cps.sandbox.Trusted;
import com.cloudbees.groovy.cps.sandbox.Untrusted;
import io.jenkins.plugins.azml.runner.cps.Safepoint;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.LabelVerifier;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.jenkinsci.plugins.workflow.cps.CpsClosure2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.groovy.sandbox.SandboxTransformer;

/**
 * The CPS transformation of Jenkins' scripts. It adds what the engine on Central (2019) lacks and Jenkins has since: the
 * value of an assignment, spread in arguments, lists and maps, steps in default arguments, and the sandbox in code that is
 * not transformed.
 */
final class PipelineTransformer extends CpsTransformer {
    private static final ClassNode SPREAD = ClassHelper.make(Spread.class);
    private static final ClassNode OBJECT = ClassHelper.OBJECT_TYPE;

    private final boolean trusted;
    private final SandboxTransformer sandbox = new SandboxTransformer();
    private @Nullable ClassCodeExpressionTransformer nativeCode;

    PipelineTransformer(boolean trusted) {
        this.trusted = trusted;
        setConfiguration(new TransformerConfiguration()
                .withClosureType(CpsClosure2.class)
                .withSafepoint(Safepoint.class, "safepoint"));
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (type.isInterface()) {
            return;
        }
        new LabelVerifier(source).visitClass(type);
        new DefaultArguments().expand(source, type);
        nativeCode = trusted ? null : sandbox.createVisitor(source, type);
        super.call(source, context, type);
    }

    @Override
    protected void visitNontransformedMethod(MethodNode method) {
        if (nativeCode != null) {
            nativeCode.visitMethod(method);
        }
    }

    @Override
    protected void visitNontransformedField(FieldNode field) {
        if (nativeCode != null) {
            nativeCode.visitField(field);
        }
    }

    @Override
    protected void visitNontransformedStatement(Statement statement) {
        if (nativeCode != null) {
            statement.visit(nativeCode);
        }
    }

    @Override
    protected void processConstructors(ClassNode type) {
        if (nativeCode == null) {
            super.processConstructors(type);
        } else {
            sandbox.processConstructors(nativeCode, type);
        }
    }

    @Override
    protected Class<?> getTrustTag() {
        return trusted ? Trusted.class : Untrusted.class;
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        makeNode("block", () -> {
            List<Statement> statements = block.getStatements();
            for (int i = 0; i < statements.size(); i++) {
                visitStatement(statements.get(i), i == statements.size() - 1);
            }
        });
    }

    private void visitStatement(Statement statement, boolean last) {
        if (statement instanceof ExpressionStatement expression) {
            visitExpression(expression.getExpression(), last);
        } else {
            visit(statement);
        }
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        visitExpression(statement.getExpression(), false);
    }

    private void visitExpression(Expression expression, boolean valueNeeded) {
        if (expression instanceof DeclarationExpression declaration) {
            visitDeclaration(declaration, valueNeeded);
        } else if (!valueNeeded && expression instanceof BinaryExpression binary && isAssignment(binary)) {
            super.visitBinaryExpression(binary);
        } else {
            visit(expression);
        }
    }

    private void visitDeclaration(DeclarationExpression declaration, boolean valueNeeded) {
        if (!valueNeeded || declaration.isMultipleAssignmentDeclaration()) {
            super.visitDeclarationExpression(declaration);
            return;
        }
        makeNode("sequence", () -> {
            super.visitDeclarationExpression(declaration);
            visit((ASTNode) declaration.getVariableExpression());
        });
    }

    private static boolean isAssignment(BinaryExpression binary) {
        return Types.ofType(binary.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
    }

    /** Gives an assignment its value wherever one is asked for; as a statement it never gets here. */
    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        if (!isAssignment(binary) || binary.getLeftExpression() instanceof TupleExpression) {
            super.visitBinaryExpression(binary);
        } else if (binary.getOperation().getType() == Types.EQUAL) {
            visitAssignmentForValue(binary);
        } else {
            makeNode("sequence", () -> {
                super.visitBinaryExpression(binary);
                visit((ASTNode) binary.getLeftExpression());
            });
        }
    }

    private void visitAssignmentForValue(BinaryExpression binary) {
        String value = "___value___" + iota.getAndIncrement();
        makeNode("sequence", () -> {
            makeNode("declareVariable", () -> {
                loc(binary);
                literal(OBJECT);
                literal(value);
                visit((ASTNode) binary.getRightExpression());
            });
            makeNode("assign", () -> {
                loc(binary);
                visit((ASTNode) binary.getLeftExpression());
                readLocal(binary, value);
            });
            readLocal(binary, value);
        });
    }

    private void readLocal(ASTNode at, String name) {
        makeNode("localVariable", () -> {
            loc(at);
            literal(name);
        });
    }

    @Override
    public void visitSpreadExpression(SpreadExpression spread) {
        makeNode("new_", () -> {
            loc(spread);
            literal(SPREAD);
            visit((ASTNode) spread.getExpression());
        });
    }

    @Override
    public void visitListExpression(ListExpression list) {
        if (list.getExpressions().stream().noneMatch(SpreadExpression.class::isInstance)) {
            super.visitListExpression(list);
            return;
        }
        makeNode("staticCall", () -> {
            loc(list);
            literal(SPREAD);
            literal("list");
            visit(list.getExpressions());
        });
    }

    @Override
    public void visitMapExpression(MapExpression map) {
        if (map.getMapEntryExpressions().stream()
                .noneMatch(entry -> entry.getKeyExpression() instanceof SpreadMapExpression)) {
            super.visitMapExpression(map);
            return;
        }
        makeNode("staticCall", () -> {
            loc(map);
            literal(SPREAD);
            literal("map");
            visit(flattened(map));
        });
    }

    private static List<Expression> flattened(MapExpression map) {
        List<Expression> parts = new ArrayList<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (!(entry.getKeyExpression() instanceof SpreadMapExpression)) {
                parts.add(entry.getKeyExpression());
                parts.add(entry.getValueExpression());
            } else {
                parts.add(new org.codehaus.groovy.ast.expr.ConstantExpression(Spread.MAP));
                parts.add(entry.getValueExpression());
            }
        }
        return parts;
    }
}
