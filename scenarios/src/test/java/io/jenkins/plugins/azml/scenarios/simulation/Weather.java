package io.jenkins.plugins.azml.scenarios.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is about to happen to the calls and saves of a program's hosts. */
final class Weather {
    private final World world;
    private final Runnable overtaking;
    private final List<Armed> faults = new ArrayList<>();
    private final Set<Struck> struck = new HashSet<>();
    private Mishap.@Nullable Death death;
    private boolean overtakes;
    private boolean inside;

    /**
     * A fault that met a call.
     *
     * @param call method and path
     */
    record Struck(Fault fault, CallKind kind, String call) {
        boolean isOld() {
            return fault.name().startsWith("STALE");
        }
    }

    /** A fault that waits for a call which it fits, and then meets it as often as it lasts. */
    private static final class Armed {
        final Fault fault;
        int left;

        @Nullable
        String key;

        Armed(Fault fault) {
            this.fault = fault;
            this.left = fault.length();
        }

        boolean fits(CallKind kind, String call) {
            return fault.fits(kind) && (key == null || key.equals(call));
        }
    }

    /** @param overtaking lets another host take a turn */
    Weather(World world, Runnable overtaking) {
        this.world = world;
        this.overtaking = overtaking;
        world.network().script(this::beforeCall);
        world.disk().saving(this::save);
    }

    Set<Struck> struck() {
        return struck;
    }

    void kill(Mishap.Death where) {
        death = where;
    }

    void strike(Fault fault) {
        faults.add(new Armed(fault));
    }

    void overtake() {
        overtakes = true;
    }

    /** From here on nothing goes wrong that has not begun. */
    void clear() {
        faults.clear();
        death = null;
        overtakes = false;
        world.emulator().faults().clear();
    }

    void beginTurn() {
        dieAt(EnumSet.of(Mishap.Death.AT_LOAD));
    }

    /** A turn has returned; whoever should have died in it dies now. */
    void endTurn() {
        if (!inside) {
            dieAt(EnumSet.allOf(Mishap.Death.class));
        }
    }

    private void beforeCall(CallKind kind, String call) {
        if (inside) {
            return;
        }
        if (overtakes) {
            letOvertake();
        }
        dieAt(EnumSet.of(Mishap.Death.BEFORE_CALL));
        faults.stream().filter(armed -> armed.fits(kind, call)).findFirst().ifPresent(armed -> {
            armed.key = call;
            armed.left--;
            struck.add(new Struck(armed.fault, kind, call));
            world.emulator().faults().add(armed.fault.once());
        });
        faults.removeIf(armed -> armed.left == 0);
    }

    private void letOvertake() {
        overtakes = false;
        inside = true;
        Network.Speaker speaker = world.network().speaker();
        try {
            overtaking.run();
        } finally {
            inside = false;
            world.network().speaksFor(speaker.life(), speaker.seen());
        }
    }

    private void save(byte[] bytes, Runnable keep) {
        if (inside || death == null) {
            keep.run();
            return;
        }
        if (death == Mishap.Death.IN_SAVE_NEW_STAYS || death == Mishap.Death.AFTER_SAVE) {
            keep.run();
        }
        dieAt(EnumSet.allOf(Mishap.Death.class));
    }

    private void dieAt(Set<Mishap.Death> places) {
        if (death != null && places.contains(death)) {
            death = null;
            throw new Crash();
        }
    }
}
