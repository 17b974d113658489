package io.jenkins.plugins.azml.scenarios.simulation;

/**
 * A mishap at a call.
 *
 * @param call its place among the calls of the clean run, from 0
 * @param delivery which of the call's deliveries is struck: 1 is the first, 2 its first repeat
 */
record Strike(int call, Mishap mishap, int delivery) {
    @Override
    public String toString() {
        return call + "." + mishap.name() + "." + delivery;
    }

    static Strike of(String text) {
        String[] parts = text.split("\\.");
        return new Strike(Integer.parseInt(parts[0]), Mishap.of(parts[1]), Integer.parseInt(parts[2]));
    }
}
