package io.jenkins.plugins.azml.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a path: nothing that another reader could take for a way out of its folder. */
public final class Names {
    private static final int LONGEST = 255;
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_:@~$][A-Za-z0-9_.:@~$+ -]*");

    private Names() {}

    /**
     * The decoded segments of a path.
     *
     * @throws ArmError 400 that names the segment which is not allowed
     */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        String[] parts = path.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean trailingSlash = parts[i].isEmpty() && i == parts.length - 1;
            if (!trailingSlash) {
                segments.add(checked(decoded(parts[i])));
            }
        }
        return segments;
    }

    /**
     * The name itself when it is one.
     *
     * @throws ArmError 400 when it is too long or holds anything but letters, digits and a few signs
     */
    public static String checked(String name) {
        if (name.length() > LONGEST) {
            throw ArmError.badRequest(
                    "A name of " + name.length() + " characters is too long; " + LONGEST + " are allowed.");
        }
        if (!SEGMENT.matcher(name).matches() || name.contains("..")) {
            throw ArmError.badRequest(
                    "The name '" + visible(name) + "' is not allowed: letters, digits, '_', '-' and '.'.");
        }
        return name;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw ArmError.badRequest("The path holds a '%' that is not followed by two hexadecimal digits.");
        }
    }

    private static String visible(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
