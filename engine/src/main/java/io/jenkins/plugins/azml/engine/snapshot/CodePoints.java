package io.jenkins.plugins.azml.engine.snapshot;

/** The order of texts by code point, which is Python's; Java's own differs beyond the basic plane. */
final class CodePoints {
    private CodePoints() {}

    static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean beyond = Character.isSurrogate(a);
                return beyond == Character.isSurrogate(b) ? Character.compare(a, b) : beyond ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
