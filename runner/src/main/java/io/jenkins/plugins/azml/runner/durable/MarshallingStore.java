package io.jenkins.plugins.azml.runner.durable;

import io.jenkins.plugins.azml.runner.cps.CpsThreadGroup;
import io.jenkins.plugins.azml.runner.cps.PipelineExecution;
import io.jenkins.plugins.azml.runner.cps.ProgramStore;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Saves the program where Jenkins would, and, if asked to, drops and restores it whenever it only waits. */
public final class MarshallingStore implements ProgramStore {
    private final Durability durability;
    private final UnaryOperator<ScriptCompiler> renew;
    private final Consumer<byte[]> keep;
    private final int killAt;
    private ScriptCompiler compiler;
    private @Nullable ProgramMarshaller marshaller;
    private @Nullable SaveInquiry inquiry;
    private int saves;
    private int restores;

    /**
     * @param renew makes a compiler with fresh class loaders that define the same classes
     * @param keep keeps the bytes for another process
     * @param killAt the save at which the run ends, or 0
     */
    public MarshallingStore(
            Durability durability,
            ScriptCompiler compiler,
            UnaryOperator<ScriptCompiler> renew,
            Consumer<byte[]> keep,
            int killAt) {
        this.keep = keep;
        this.killAt = killAt;
        this.durability = durability;
        this.compiler = compiler;
        this.renew = renew;
    }

    /** Joins the store to the execution whose program it keeps. */
    public void open(PipelineExecution execution) {
        HostObjects host = new HostObjects(execution);
        marshaller = new ProgramMarshaller(host);
        inquiry = new SaveInquiry(
                execution.services().findings(), execution.services().places(), host);
    }

    private ProgramMarshaller marshaller() {
        return Objects.requireNonNull(marshaller, "the store was not opened");
    }

    private SaveInquiry inquiry() {
        return Objects.requireNonNull(inquiry, "the store was not opened");
    }

    @Override
    public ScriptCompiler compiler() {
        return compiler;
    }

    /** How often the program was dropped and restored. */
    public int restores() {
        return restores;
    }

    @Override
    public Optional<Throwable> save(CpsThreadGroup program) {
        try {
            marshaller().save(program);
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            inquiry().failed(program, failure);
            return Optional.of(SaveFailure.asOnJenkins(failure));
        }
    }

    @Override
    public Optional<CpsThreadGroup> quiet(CpsThreadGroup program) {
        if (durability == Durability.OFF) {
            return Optional.empty();
        }
        try {
            byte[] bytes = marshaller().save(program);
            keep.accept(bytes);
            saves++;
            if (saves == killAt) {
                throw new ProgramKilled(killAt);
            }
            return durability == Durability.KEPT ? Optional.empty() : Optional.of(restore(program, bytes));
        } catch (IOException unsaved) {
            return Optional.empty(); // was thrown into the program when it came to rest
        }
    }

    @Override
    public CpsThreadGroup restart(CpsThreadGroup program) {
        try {
            return restore(program, marshaller().save(program));
        } catch (IOException unsaved) {
            throw new IllegalStateException("the program cannot be saved: " + unsaved.getMessage(), unsaved);
        }
    }

    /** Restores the program of another process into the classes of this one. */
    public CpsThreadGroup load(byte[] bytes) {
        try {
            return marshaller().restore(bytes, compiler.scripts());
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException("the program cannot be restored: " + failure.getMessage(), failure);
        }
    }

    private CpsThreadGroup restore(CpsThreadGroup dropped, byte[] bytes) {
        ScriptCompiler before = compiler;
        compiler = renew.apply(compiler);
        restores++;
        inquiry().restored(dropped, before, compiler);
        return load(bytes);
    }

    @Override
    public boolean everywhere() {
        return durability == Durability.EVERYWHERE;
    }
}
