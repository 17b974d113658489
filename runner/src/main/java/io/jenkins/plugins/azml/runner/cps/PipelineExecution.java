package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.impl.CallSiteBlock;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import hudson.model.Result;
import io.jenkins.plugins.azml.runner.build.Build;
import io.jenkins.plugins.azml.runner.console.Console;
import io.jenkins.plugins.azml.runner.console.StepConsole;
import io.jenkins.plugins.azml.runner.declarative.DeclarativeHost;
import io.jenkins.plugins.azml.runner.sandbox.NativeCode;
import io.jenkins.plugins.azml.runner.sandbox.SandboxInvoker;
import io.jenkins.plugins.azml.runner.sandbox.TrustedInvoker;
import io.jenkins.plugins.azml.runner.script.ScriptCompiler;
import io.jenkins.plugins.azml.runner.step.StepExecution;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jenkins.model.CauseOfInterruption;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * One program under way: its threads, the queue of what comes next, and all that steps may ask of the build. Everything
 * happens on the thread that called {@link #runToEnd}; other threads hand in what they have with {@link #post}.
 */
public final class PipelineExecution {
    @SuppressWarnings("rawtypes") // as the engine wants them
    private static final List<Class> CATEGORIES = categories();

    private final Build build;
    private final Console console;
    private final Services services;
    private final NodeLog nodes;
    private final StepCaller caller;
    private final Invoker trustedInvoker = new TrustedInvoker();
    private final SandboxInvoker invoker;
    private final NativeCode nativeCode;
    private final ProgramStore store;
    private final WorkQueue work = new WorkQueue();
    private final ScriptScope scope;
    private final DeclarativeHost declarativeHost = new DeclarativeHost(this);
    private CpsThreadGroup group = new CpsThreadGroup(this);
    private @Nullable CpsThread current;
    private @Nullable Outcome ended;
    private final List<StepContext> held = new ArrayList<>();
    private final Set<Integer> inBackground = new HashSet<>();
    private int epoch;
    private boolean changed;

    public PipelineExecution(Build build, Console console, Services services, ProgramStore store) {
        this.build = build;
        this.console = console;
        this.services = services;
        this.store = store;
        this.nodes = new NodeLog(console, build);
        this.caller = new StepCaller(this);
        this.scope = new ScriptScope(this);
        this.invoker = new SandboxInvoker(trustedInvoker, this::rejected);
        this.nativeCode = new NativeCode(rejection -> services.sandboxReport()
                .rejected(rejection, services.places().ofThisThread().orElse(null)));
    }

    /** Where the call is that is being made, in words. */
    Optional<String> callPlace() {
        return services.places().of(invoker.site());
    }

    private void rejected(RejectedAccessException rejection, @Nullable CallSiteBlock site) {
        services.sandboxReport().rejected(rejection, services.places().of(site).orElse(null));
    }

    @SuppressWarnings("rawtypes")
    private static List<Class> categories() {
        List<Class> categories = new ArrayList<>(Continuable.categories);
        categories.add(IteratorCategory.class);
        return List.copyOf(categories);
    }

    public Build build() {
        return build;
    }

    public Console console() {
        return console;
    }

    public Services services() {
        return services;
    }

    public NodeLog nodes() {
        return nodes;
    }

    public StepCaller caller() {
        return caller;
    }

    public ScriptScope scope() {
        return scope;
    }

    public ScriptCompiler compiler() {
        return store.compiler();
    }

    /** Calls what sandboxed scripts call. */
    public Invoker invoker() {
        return invoker;
    }

    /** Calls what libraries call. */
    public Invoker trustedInvoker() {
        return trustedInvoker;
    }

    public CpsThreadGroup group() {
        return group;
    }

    /** The thread that runs just now. */
    public CpsThread current() {
        if (current == null) {
            throw new IllegalStateException("no thread of the program runs");
        }
        return current;
    }

    /** What Declarative asks of this build. */
    public DeclarativeHost declarativeHost() {
        return declarativeHost;
    }

    @Nullable
    String preview(String name) {
        return current == null ? null : current.preview().get(name);
    }

    /** The context of the running thread, or the outermost where none runs. */
    public BlockContext block() {
        return current == null ? BlockContext.TOP : current.block();
    }

    /** Runs the script to its end and gives the outcome. */
    public Outcome runToEnd(CpsScript main) {
        scope.share(main);
        group.addThread(new Continuable(main, Envs.empty(invoker)), BlockContext.TOP, null)
                .resume(new Outcome(null, null));
        return loop();
    }

    /** Goes on with a program that was saved. */
    public Outcome resumeToEnd(CpsThreadGroup saved) {
        console.println("Resuming build at " + now() + " after Jenkins restart");
        adopt(saved, true);
        console.println("Ready to run at " + now());
        return loop();
    }

    private Outcome loop() {
        CpsCallableInvocation.registerMismatchHandler(this::mismatch);
        nativeCode.register();
        try {
            while (ended == null) {
                next().run();
            }
            return ended;
        } finally {
            nativeCode.unregister();
            CpsCallableInvocation.registerMismatchHandler(null);
        }
    }

    private Runnable next() {
        if (work.isAtRest()) {
            if (changed) {
                changed = false;
                quiet();
            }
            work.doAtRest();
        }
        try {
            return work.take();
        } catch (InterruptedException interrupted) {
            return () -> group.stopAll(new FlowInterruptedException(Result.ABORTED));
        }
    }

    /** The program waits for what comes from outside: a moment at which a controller could go down. */
    private void quiet() {
        if (!group.isEmpty() && ended == null) {
            Optional<CpsThreadGroup> restored = store.quiet(group);
            List<StepContext> waiting = List.copyOf(held);
            held.clear();
            restored.ifPresentOrElse(program -> adopt(program, false), () -> waiting.forEach(step -> post(step::goOn)));
        }
    }

    private void adopt(CpsThreadGroup restored, boolean aloud) {
        epoch++;
        group = restored;
        scope.reattach(restored);
        for (CpsThread thread : restored.threads()) {
            StepContext waiting = thread.waiting();
            if (waiting != null && waiting.outcome() != null) {
                post(waiting::goOn);
            } else if (thread.step() != null) {
                thread.step().resume(aloud);
            }
        }
    }

    /** Hands in work for the program's thread; it is done before the program may be dropped. */
    void post(Runnable task) {
        work.post(task);
    }

    /** Does something when the program has come to rest and was saved. */
    public void whenAtRest(Runnable action) {
        work.whenAtRest(action);
    }

    Outcome run(CpsThread thread, Outcome given) {
        CpsThread before = current;
        current = thread;
        changed = true;
        try {
            return thread.program().run0(given, CATEGORIES);
        } finally {
            current = before;
        }
    }

    /** Lets a step's thread go on when the program has come to rest. */
    void postWhenQuiet(StepContext step) {
        held.add(step);
    }

    Optional<Throwable> save(CpsThreadGroup program) {
        return store.save(program);
    }

    boolean savesEverywhere() {
        return store.everywhere();
    }

    void noteFailure(Throwable failure) {
        ErrorId.mark(failure);
    }

    void programEnded(Outcome outcome) {
        ended = outcome;
    }

    private void mismatch(Object expectedReceiver, String expected, Object receiver, String method) {
        if (expectedReceiver instanceof MethodClosure) {
            return; // a pointer to a method is called as "call", and that is as it should be
        }
        String called = described(expectedReceiver, expected);
        String caught = described(receiver, method);
        console.println("expected to call " + called + " but wound up catching " + caught
                + "; see: https://jenkins.io/redirect/pipeline-cps-method-mismatches/");
        services.findings()
                .add(
                        callPlace(),
                        called + " called " + caught + " and ended with its value: code that is not transformed"
                                + " cannot call what is; put both into a @NonCPS method, or use a loop");
    }

    private static String described(@Nullable Object receiver, String method) {
        if (receiver == null) {
            return method;
        }
        Class<?> type = receiver instanceof Class<?> self ? self : receiver.getClass();
        return type.getName() + "." + method;
    }

    /** The steps that are under way, the oldest first. */
    public List<StepExecution> running() {
        List<StepExecution> running = new ArrayList<>();
        for (CpsThread thread : group.threads()) {
            StepExecution step = thread.step();
            if (step != null) {
                running.add(step);
            }
        }
        return running;
    }

    /** Calls back the step that waits under a number, as it is by then: it may have been restored meanwhile. */
    public void toStep(int stepId, Consumer<StepExecution> action) {
        post(() -> {
            for (CpsThread thread : group.threads()) {
                StepContext waiting = thread.waiting();
                if (waiting != null && waiting.id() == stepId && thread.step() != null) {
                    action.accept(thread.step());
                    return;
                }
            }
        });
    }

    void background(int stepId, Callable<? extends @Nullable Object> task) {
        if (!inBackground.add(stepId)) {
            return; // still at it since before the restore
        }
        ExecutorService pool = services.background();
        pool.execute(() -> {
            Outcome outcome;
            try {
                outcome = new Outcome(task.call(), null);
            } catch (Exception | Error failure) {
                outcome = new Outcome(null, failure);
            }
            Outcome result = outcome;
            work.postAnswer(() -> complete(stepId, result));
        });
    }

    private void complete(int stepId, Outcome outcome) {
        inBackground.remove(stepId);
        for (CpsThread thread : group.threads()) {
            StepContext waiting = thread.waiting();
            if (waiting != null && waiting.id() == stepId) {
                waiting.end(outcome);
                return;
            }
        }
    }

    Cancellable after(Duration delay, Runnable action) {
        int armed = epoch;
        ScheduledExecutorService timer = services.timer();
        var future = timer.schedule(
                () -> work.postAnswer(() -> ifCurrent(armed, action)), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    private void ifCurrent(int armed, Runnable action) {
        if (armed == epoch && ended == null) {
            action.run();
        }
    }

    /** Interrupts the whole program, and says why. */
    public void interrupt(FlowInterruptedException interruption, CauseOfInterruption cause) {
        post(() -> {
            if (build.firstSeen(cause)) {
                console.println(cause.getShortDescription());
            }
            group.stopAll(interruption);
        });
    }

    /** Does what a restart of the controller does: saves the program, drops it, and goes on from the bytes. */
    public void restart() {
        post(() -> {
            CpsThreadGroup restored = store.restart(group);
            console.println("Resuming build at " + now() + " after Jenkins restart");
            adopt(restored, true);
            console.println("Ready to run at " + now());
        });
    }

    private static String now() {
        return ZonedDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH));
    }

    /** A console for what no step prints. */
    public StepConsole topConsole() {
        return new StepConsole(console, List.of());
    }
}
