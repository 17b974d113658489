package io.jenkins.plugins.azml.scenarios.simulation;

/** Something that happens to a run at one of its calls. */
sealed interface Mishap permits Mishap.Death, Fault, Mishap.Cancelling {
    String name();

    /** Where in a turn the host dies. */
    enum Death implements Mishap {
        AT_LOAD,
        BEFORE_CALL,
        BEFORE_SAVE,
        IN_SAVE_OLD_STAYS,
        IN_SAVE_NEW_STAYS,
        AFTER_SAVE
    }

    /** Somebody cancels while the call is under way. */
    enum Cancelling implements Mishap {
        CANCEL
    }

    static Mishap of(String name) {
        for (Mishap death : Death.values()) {
            if (death.name().equals(name)) {
                return death;
            }
        }
        return name.equals(Cancelling.CANCEL.name()) ? Cancelling.CANCEL : Fault.valueOf(name);
    }
}
