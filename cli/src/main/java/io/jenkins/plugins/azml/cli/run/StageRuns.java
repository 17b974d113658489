package io.jenkins.plugins.azml.cli.run;

import io.jenkins.plugins.azml.cli.Release;
import io.jenkins.plugins.azml.cli.Shell;
import io.jenkins.plugins.azml.cli.config.Connections;
import io.jenkins.plugins.azml.cli.console.Console;
import io.jenkins.plugins.azml.engine.json.JsonException;
import io.jenkins.plugins.azml.engine.json.JsonObject;
import io.jenkins.plugins.azml.engine.json.RecordJson;
import io.jenkins.plugins.azml.engine.problem.Problem;
import io.jenkins.plugins.azml.engine.problem.ProblemCode;
import io.jenkins.plugins.azml.engine.problem.ProblemException;
import io.jenkins.plugins.azml.engine.rest.Unsettled;
import io.jenkins.plugins.azml.engine.turn.Advancer;
import io.jenkins.plugins.azml.engine.turn.PlainHost;
import io.jenkins.plugins.azml.engine.turn.RunId;
import java.time.Duration;
import java.util.Optional;

/** Begins runs, takes them up again, sees them through. */
public final class StageRuns {
    private static final Duration UNREACHED = Duration.ofSeconds(30);
    private static final Duration UNSETTLED = Duration.ofMinutes(15);
    /** Between two looks whether another process has let go of a run. */
    private static final Duration RELEASE = Duration.ofMillis(300);

    private final Shell shell;
    private final Console console;
    private final Connections connections;
    private final Runs runs;

    public StageRuns(Shell shell, Console console, Connections connections) {
        this.shell = shell;
        this.console = console;
        this.connections = connections;
        this.runs = new Runs(shell);
    }

    /**
     * Begins a run and sees it through.
     *
     * @throws RunFailed if it ends badly or cannot go on
     * @throws ProblemException if it could not begin; there is then no such run
     */
    public <A extends Record, S, R> Ended<R> begin(StageDoor<A, S, R> door, A arguments, Order order, Mode mode) {
        RunRecord record = runs.begin(door, arguments, order);
        try {
            return through(door, record, mode);
        } catch (RunFailed failed) {
            if (!failed.isOfInput() || runs.store().load(record.run()).isPresent()) {
                throw failed;
            }
            // Nothing was begun: the id is free for the call with the mended file.
            runs.folder(record.run()).delete();
            throw failed.failure();
        }
    }

    /** Takes up a run that was begun before; the same ends as {@link #begin}. */
    public <A extends Record, S, R> Ended<R> resume(StageDoor<A, S, R> door, RunRecord record, Mode mode) {
        return through(door, record, mode);
    }

    private <A extends Record, S, R> Ended<R> through(StageDoor<A, S, R> door, RunRecord record, Mode mode) {
        try {
            Prepared<S, R> prepared = prepare(door, record);
            try {
                return advance(prepared, record, mode);
            } finally {
                report(prepared, record.run(), mode);
            }
        } catch (Unsettled unsettled) {
            throw new RunFailed(
                    record.run(), record.stage(), unsettled.problem().asException());
        } catch (ProblemException e) {
            throw new RunFailed(record.run(), record.stage(), new Whereabouts(connections).of(e, record));
        }
    }

    /** The stage of a run as it was called. */
    public <A extends Record, S, R> Prepared<S, R> prepare(StageDoor<A, S, R> door, RunRecord record) {
        try {
            A arguments = RecordJson.read(new JsonObject(record.arguments()), door.arguments());
            return door.prepare(arguments, scene(record));
        } catch (JsonException e) {
            throw Problem.of(
                            ProblemCode.STATE_UNREADABLE,
                            "the saved call of run '" + record.run() + "' is unreadable: " + e.getMessage())
                    .asException();
        }
    }

    private Scene scene(RunRecord record) {
        boolean hasBegun = runs.store().load(record.run()).isPresent();
        return new Scene(record, runs.folder(record.run()), hasBegun, connections);
    }

    private <S, R> Ended<R> advance(Prepared<S, R> prepared, RunRecord record, Mode mode) {
        console.stage(record.stage());
        RunLock lock = lock(record.run(), mode);
        try {
            return advanceAlone(prepared, record, mode);
        } finally {
            lock.close();
        }
    }

    private RunLock lock(RunId run, Mode mode) {
        RunFolder folder = runs.folder(run);
        return folder.lock().orElseGet(() -> {
            if (!mode.cancel()) {
                throw Problem.of(ProblemCode.STATE_IN_USE, "another process advances run '" + run + "' at this moment")
                        .asException();
            }
            console.note("another process advances run '" + run + "': it is asked to cancel, and waited for");
            folder.askToCancel();
            return awaited(folder);
        });
    }

    /** The lock, once the process that has it is through. */
    private RunLock awaited(RunFolder folder) {
        Pause pause = new Pause(shell.outside(), () -> false);
        Optional<RunLock> lock = folder.lock();
        while (lock.isEmpty()) {
            pause.sleep(RELEASE);
            lock = folder.lock();
        }
        return lock.get();
    }

    private <S, R> Ended<R> advanceAlone(Prepared<S, R> prepared, RunRecord record, Mode mode) {
        RunFolder folder = runs.folder(record.run());
        // One that nobody was there to hear.
        folder.takeAskedToCancel();
        Advancer<S, R> advancer = advancer(prepared, record.run());
        Pause pause = new Pause(shell.outside(), () -> folder.takeAskedToCancel() && cancel(advancer));
        PlainHost host = new PlainHost(pause);
        shell.interruption().during(() -> interrupt(advancer, pause));
        try {
            if (mode.cancel()) {
                advancer.requestCancel();
            }
            Optional<R> result = see(host, advancer, mode);
            return new Ended<>(
                    record.run(),
                    record.stage(),
                    result.map(
                            value -> new Ended.Result<>(value, prepared.show().apply(value))));
        } finally {
            shell.interruption().over();
        }
    }

    private static <R> Optional<R> see(PlainHost host, Advancer<?, R> advancer, Mode mode) {
        if (mode.toTheEnd()) {
            return Optional.of(host.run(advancer));
        }
        return mode.waitLimit() == null ? host.runUntilHandedOver(advancer) : host.runFor(advancer, mode.waitLimit());
    }

    private <S, R> Advancer<S, R> advancer(Prepared<S, R> prepared, RunId run) {
        var around = new Advancer.Surroundings(
                runs.store(), console, shell.clock(), shell.random(), Release.name(), UNREACHED, UNSETTLED);
        Advancer<S, R> advancer = new Advancer<>(prepared.stage(), prepared.codec(), run, around);
        if (runs.store().load(run).isEmpty()) {
            advancer.begin(prepared.first());
            // A second one loads what is saved and so looks before it writes: a chosen id may have been used before.
            return new Advancer<>(prepared.stage(), prepared.codec(), run, around);
        }
        return advancer;
    }

    private void interrupt(Advancer<?, ?> advancer, Pause pause) {
        cancel(advancer);
        pause.cut();
    }

    private boolean cancel(Advancer<?, ?> advancer) {
        console.note("cancelling; the remote work is being ended");
        advancer.requestCancel();
        return true;
    }

    private <S> void report(Prepared<S, ?> prepared, RunId run, Mode mode) {
        runs.store()
                .load(run)
                .flatMap(envelope -> prepared.report().apply(prepared.codec().open(envelope)))
                .ifPresent(report -> ReportFiles.write(report, mode));
    }
}
