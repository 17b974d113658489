package io.jenkins.plugins.azml.emulator.blob;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a shared access signature allows, in the order in which the service wants the letters. */
public enum SasPermission {
    READ('r'),
    ADD('a'),
    CREATE('c'),
    WRITE('w'),
    DELETE('d'),
    LIST('l');

    private final char letter;

    SasPermission(char letter) {
        this.letter = letter;
    }

    /** The letters of these permissions in the service's order. */
    public static String letters(Set<SasPermission> permissions) {
        return Arrays.stream(values())
                .filter(permissions::contains)
                .map(permission -> String.valueOf(permission.letter))
                .collect(Collectors.joining());
    }
}
