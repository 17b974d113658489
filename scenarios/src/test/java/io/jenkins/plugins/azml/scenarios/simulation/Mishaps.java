package io.jenkins.plugins.azml.scenarios.simulation;

import io.jenkins.plugins.azml.engine.turn.Advancer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets a plan's strikes happen: watches turns, calls and saves, and knows which is struck. */
final class Mishaps {
    private static final Set<Mishap.Death> IN_SAVE = EnumSet.of(
            Mishap.Death.BEFORE_SAVE,
            Mishap.Death.IN_SAVE_OLD_STAYS,
            Mishap.Death.IN_SAVE_NEW_STAYS,
            Mishap.Death.AFTER_SAVE);

    private final World world;
    private final List<Armed> strikes;
    private final Set<Strike> happened = new HashSet<>();
    private final List<Integer> turnsOfCalls = new ArrayList<>();
    private int turns;
    private boolean cancelled;
    private @Nullable Advancer<?, ?> advancer;

    /** A strike that waits for its moment. */
    private static final class Armed {
        final Strike strike;
        final Learned.Call target;
        int deliveries;

        /** Whether the struck call has gone out, so that the next save is the moment. */
        boolean due;

        boolean over;

        Armed(Strike strike, Learned.Call target) {
            this.strike = strike;
            this.target = target;
        }
    }

    /** @param learned the calls of the clean run */
    Mishaps(World world, List<Strike> strikes, List<Learned.Call> learned) {
        this.world = world;
        this.strikes = strikes.stream()
                .map(strike -> new Armed(strike, learned.get(strike.call())))
                .toList();
        world.network().script(this::beforeCall);
        world.disk().saving(this::save);
    }

    /** The strikes that did happen; one that comes too late does not. */
    Set<Strike> happened() {
        return happened;
    }

    /** Which turn made each call so far. */
    List<Integer> turnsOfCalls() {
        return turnsOfCalls;
    }

    /** Whether somebody has cancelled so far. */
    boolean hasCancelled() {
        return cancelled;
    }

    void newLife(Advancer<?, ?> fresh) {
        advancer = fresh;
        if (cancelled) {
            fresh.requestCancel();
        }
    }

    /** A turn begins with the load of the state. */
    void beginTurn() {
        turns++;
        find(Mishap.Death.AT_LOAD, armed -> armed.target.turn() == turns).ifPresent(this::die);
    }

    private void beforeCall(CallKind kind, String key) {
        int call = turnsOfCalls.size();
        turnsOfCalls.add(turns);
        List<Armed> meant = strikes.stream()
                .filter(armed -> !armed.over && !armed.due)
                .filter(armed ->
                        call >= armed.strike.call() && armed.target.key().equals(key))
                .toList();
        // A request that a dying host does not send is no delivery for the others.
        meant.stream()
                .filter(armed -> armed.strike.mishap() == Mishap.Death.BEFORE_CALL)
                .filter(armed -> armed.deliveries + 1 >= armed.strike.delivery())
                .findFirst()
                .ifPresent(this::die);
        boolean faulty = false;
        for (Armed armed : meant) {
            armed.deliveries++;
            if (armed.deliveries >= armed.strike.delivery()) {
                strike(armed, faulty);
                faulty |= armed.strike.mishap() instanceof Fault;
            }
        }
    }

    /** @param faulty whether a fault meets this very request already: another one would meet the next */
    private void strike(Armed armed, boolean faulty) {
        Mishap mishap = armed.strike.mishap();
        if (mishap instanceof Fault fault) {
            happened.add(armed.strike);
            armed.over = armed.deliveries >= armed.strike.delivery() + fault.length() - 1;
            if (!faulty) {
                world.emulator().faults().add(fault.once());
            }
        } else if (mishap instanceof Mishap.Cancelling) {
            cancel(armed);
        } else if (mishap != Mishap.Death.AT_LOAD) {
            armed.due = true;
        }
    }

    private void cancel(Armed armed) {
        happened.add(armed.strike);
        armed.over = true;
        cancelled = true;
        if (advancer != null) {
            advancer.requestCancel();
        }
    }

    private void save(byte[] bytes, Runnable keep) {
        Optional<Armed> death = strikes.stream()
                .filter(armed -> armed.due && !armed.over)
                .filter(armed -> IN_SAVE.contains(armed.strike.mishap()))
                .findFirst();
        if (death.isPresent()) {
            Mishap mishap = death.get().strike.mishap();
            if (mishap == Mishap.Death.IN_SAVE_NEW_STAYS) {
                keep.run();
            }
            if (mishap != Mishap.Death.AFTER_SAVE) {
                die(death.get());
            }
        }
        keep.run();
    }

    /** A turn has returned; a host that has nothing to save dies here all the same. */
    void endTurn(boolean ended) {
        strikes.stream()
                .filter(armed -> armed.due && !armed.over)
                .filter(armed -> armed.strike.mishap() == Mishap.Death.AFTER_SAVE
                        || ended
                        || armed.strike.mishap() == Mishap.Death.BEFORE_SAVE)
                .findFirst()
                .ifPresent(this::die);
    }

    /** From here on nothing more happens. */
    void rest() {
        cancelled = false;
        world.network().script((kind, key) -> {});
        world.disk().saving((bytes, keep) -> keep.run());
    }

    private Optional<Armed> find(Mishap.Death death, Predicate<Armed> when) {
        return strikes.stream()
                .filter(armed -> !armed.over && armed.strike.mishap() == death)
                .filter(when)
                .findFirst();
    }

    private void die(Armed armed) {
        happened.add(armed.strike);
        armed.over = true;
        throw new Crash();
    }
}
