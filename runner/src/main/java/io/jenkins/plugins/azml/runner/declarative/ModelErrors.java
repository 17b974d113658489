package io.jenkins.plugins.azml.runner.declarative;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.SyntaxException;

/** Collects what is wrong with a Declarative Pipeline, with line and column. Groovy itself stops at the tenth. */
final class ModelErrors {
    private final SourceUnit source;
    private int count;

    ModelErrors(SourceUnit source) {
        this.source = source;
    }

    void add(ASTNode at, String message) {
        count++;
        source.addError(new SyntaxException(
                message, at.getLineNumber(), at.getColumnNumber(), at.getLastLineNumber(), at.getLastColumnNumber()));
    }

    boolean any() {
        return count > 0;
    }

    int count() {
        return count;
    }

    String text(ASTNode node) {
        return node.getText();
    }
}
