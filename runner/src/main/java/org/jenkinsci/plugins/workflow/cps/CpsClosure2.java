package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** A closure of a Pipeline script. What Groovy would print or sleep itself goes to the script, and so to the steps. */
public class CpsClosure2 extends CpsClosure {
    private static final long serialVersionUID = 1L;

    public CpsClosure2(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    public @Nullable Object sleep(long time) {
        return InvokerHelper.invokeMethod(getOwner(), "sleep", time);
    }

    public void println(@Nullable Object value) {
        InvokerHelper.invokeMethod(getOwner(), "println", new @Nullable Object[] {value});
    }

    public void println() {
        InvokerHelper.invokeMethod(getOwner(), "println", new Object[0]);
    }

    public void print(@Nullable Object value) {
        InvokerHelper.invokeMethod(getOwner(), "print", new @Nullable Object[] {value});
    }

    public void printf(String format, @Nullable Object value) {
        InvokerHelper.invokeMethod(getOwner(), "printf", new @Nullable Object[] {format, value});
    }
}
