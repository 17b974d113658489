package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Binding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jspecify.annotations.Nullable;

/** The whole program: all threads and scripts. This is what is saved. Used on the program's thread alone. */
public final class CpsThreadGroup implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PipelineExecution execution;
    private final TreeMap<Integer, CpsThread> threads = new TreeMap<>();
    private final List<CpsScript> sharing = new ArrayList<>();
    private final List<CpsScript> others = new ArrayList<>();
    private int lastId;

    CpsThreadGroup(PipelineExecution execution) {
        this.execution = execution;
    }

    public PipelineExecution execution() {
        return execution;
    }

    /** Gives the next number for a thread or a step: no number is used twice in a build. */
    int nextId() {
        return lastId++;
    }

    CpsThread addThread(Continuable program, BlockContext block, @Nullable CpsBodyExecution body) {
        CpsThread thread = new CpsThread(this, nextId(), program, block, body);
        threads.put(thread.id(), thread);
        return thread;
    }

    void register(CpsScript script, boolean shares) {
        (shares ? sharing : others).add(script);
    }

    /** The scripts over the variables of the Jenkinsfile, which comes first. */
    List<CpsScript> sharing() {
        return sharing;
    }

    /** The scripts over variables of their own. */
    List<CpsScript> others() {
        return others;
    }

    /** The variables of the Jenkinsfile. */
    Binding variables() {
        return sharing.isEmpty() ? new Binding() : sharing.get(0).getBinding();
    }

    @Nullable
    CpsThread thread(int id) {
        return threads.get(id);
    }

    /** The threads, the oldest first. */
    public List<CpsThread> threads() {
        return new ArrayList<>(threads.values());
    }

    boolean isEmpty() {
        return threads.isEmpty();
    }

    void scheduleRun() {
        execution.post(this::runTask);
    }

    private void runTask() {
        if (run()) {
            scheduleRun();
        }
    }

    private boolean run() {
        boolean changed = false;
        boolean stillRunnable = false;
        for (CpsThread thread : threads()) {
            if (thread.isRunnable()) {
                Outcome outcome = thread.runNextChunk();
                changed = true;
                if (thread.isAlive()) {
                    stillRunnable |= thread.isRunnable();
                } else {
                    end(thread, outcome);
                }
            }
        }
        if (changed && !stillRunnable) {
            save();
        }
        return stillRunnable;
    }

    private void end(CpsThread thread, Outcome outcome) {
        if (outcome.isFailure()) {
            execution.noteFailure(outcome.getAbnormal());
        }
        threads.remove(thread.id());
        if (threads.isEmpty()) {
            execution.programEnded(outcome);
        }
    }

    /** Saves the program; what cannot be saved is thrown into the youngest thread, as Jenkins does. */
    void save() {
        if (!threads.isEmpty()) {
            execution
                    .save(this)
                    .ifPresent(failure -> threads.lastEntry().getValue().resume(new Outcome(null, failure)));
        }
    }

    /** Interrupts what runs inside a body: the innermost threads, the youngest first. */
    void stopInside(CpsBodyExecution body, Throwable cause) {
        stop(thread -> thread.isInside(body), cause);
    }

    void stopAll(Throwable cause) {
        stop(thread -> true, cause);
    }

    private void stop(Predicate<CpsThread> which, Throwable cause) {
        innermost().stream().filter(which).toList().forEach(thread -> thread.stop(cause));
    }

    /** Counts the places at which the program is at the same time. */
    public int heads() {
        return innermost().size();
    }

    /** The threads that wait for no body of their own, the youngest first. */
    private List<CpsThread> innermost() {
        Set<Integer> waitingForBodies = new HashSet<>();
        for (CpsThread thread : threads.values()) {
            CpsBodyExecution body = thread.body();
            if (body != null) {
                waitingForBodies.add(body.callerThread());
            }
        }
        return threads.descendingMap().values().stream()
                .filter(thread -> !waitingForBodies.contains(thread.id()))
                .toList();
    }
}
