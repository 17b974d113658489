package io.jenkins.plugins.azml.scenarios.flows;

import java.util.List;

/** When the runner is ended, and what becomes of the agent. */
sealed interface Kill {
    Kill NEVER = new Once(-1, 0, TwinAgent.Fate.GOES_ON);

    /** Whether it is in this build of the flow, from 0. */
    boolean isIn(int build);

    /** The save of that life of the runner, from 1, at which it ends; 0 for never. */
    int at(int life);

    /** What becomes of a command on the agent, the how many-th it is that meets an end of the runner. */
    TwinAgent.Fate fate(int met);

    /**
     * At one save.
     *
     * @param save from 1
     */
    record Once(int build, int save, TwinAgent.Fate fate) implements Kill {
        @Override
        public boolean isIn(int other) {
            return other == build;
        }

        @Override
        public int at(int life) {
            return life == 1 ? save : 0;
        }

        @Override
        public TwinAgent.Fate fate(int met) {
            return fate;
        }
    }

    /** At every save: no life comes further than to its first. */
    record Always(int phase) implements Kill {
        /** No more than the library is patient: a command is never gone twice in a row. */
        private static final List<TwinAgent.Fate> FATES = List.of(
                TwinAgent.Fate.GOES_ON, TwinAgent.Fate.GONE_BEFORE, TwinAgent.Fate.GOES_ON, TwinAgent.Fate.GONE_AFTER);

        @Override
        public boolean isIn(int build) {
            return true;
        }

        @Override
        public int at(int life) {
            return 1;
        }

        @Override
        public TwinAgent.Fate fate(int met) {
            return FATES.get((met + phase) % FATES.size());
        }
    }
}
