package io.jenkins.plugins.azml.runner.library;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.jspecify.annotations.Nullable;

/** Loads the libraries that a script names with {@code @Library}, before the rest of it is resolved. */
public final class LibraryAnnotations extends CompilationCustomizer {
    private final Consumer<String> load;

    /** @param load loads a library by its identifier */
    public LibraryAnnotations(Consumer<String> load) {
        super(CompilePhase.CONVERSION);
        this.load = load;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.equals(source.getAST().getScriptClassDummy())) {
            return;
        }
        Set<String> identifiers = new LinkedHashSet<>();
        for (ImportNode imported : source.getAST().getImports()) {
            collect(imported, identifiers);
        }
        for (ImportNode imported : source.getAST().getStarImports()) {
            collect(imported, identifiers);
        }
        new Visitor(source, identifiers).visitClass(type);
        try {
            identifiers.forEach(load);
        } catch (LibraryException refused) {
            source.getErrorCollector().addErrorAndContinue(new SimpleMessage("Loading libraries failed", source));
        }
    }

    private static void collect(AnnotatedNode node, Set<String> identifiers) {
        for (AnnotationNode annotation : node.getAnnotations()) {
            String name = annotation.getClassNode().getName();
            if (name.equals("Library") || name.equals(org.jenkinsci.plugins.workflow.libs.Library.class.getName())) {
                add(annotation.getMember("value"), identifiers);
            }
        }
    }

    private static void add(@Nullable Expression value, Set<String> identifiers) {
        if (value instanceof ListExpression list) {
            list.getExpressions().forEach(each -> add(each, identifiers));
        } else if (value instanceof ConstantExpression constant) {
            identifiers.add(constant.getText());
        }
    }

    /** Finds annotations on variables, methods and classes. */
    private static final class Visitor extends ClassCodeVisitorSupport {
        private final SourceUnit source;
        private final Set<String> identifiers;

        Visitor(SourceUnit source, Set<String> identifiers) {
            this.source = source;
            this.identifiers = identifiers;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public void visitAnnotations(AnnotatedNode node) {
            collect(node, identifiers);
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            collect(declaration, identifiers);
            super.visitDeclarationExpression(declaration);
        }
    }
}
