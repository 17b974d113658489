package io.jenkins.plugins.azml.runner.files;

import java.util.regex.Pattern;

/** One Ant pattern. Immutable. */
public final class AntPattern {
    private final Pattern pattern;

    public AntPattern(String ant) {
        String normal = ant.replace('\\', '/');
        pattern = Pattern.compile(regex(normal.endsWith("/") ? normal + "**" : normal));
    }

    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regex(String ant) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < ant.length()) {
            if (ant.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (ant.startsWith("/**", i) && i + 3 == ant.length()) {
                regex.append("(?:/.*)?");
                i += 3;
            } else if (ant.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(single(ant.charAt(i)));
                i++;
            }
        }
        return regex.toString();
    }

    private static String single(char character) {
        return switch (character) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(character));
        };
    }
}
