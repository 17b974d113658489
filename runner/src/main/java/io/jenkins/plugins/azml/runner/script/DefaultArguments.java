package io.jenkins.plugins.azml.runner.script;

import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.classgen.Verifier;
import org.codehaus.groovy.control.SourceUnit;

/** Makes a method of each way to leave out arguments, before the CPS transformation: so a default value may call a step. */
final class DefaultArguments extends Verifier {
    void expand(SourceUnit source, ClassNode type) {
        setClassNode(type);
        addDefaultParameterMethods(type);
        addDefaultParameterConstructors(type);
        addDefaultConstructor(type);
        // The new methods refer to variables whose scope is not known yet.
        new VariableScopeVisitor(source).visitClass(type);
    }
}
