package io.jenkins.plugins.azml.engine.problem;

/**
 * Where in what the user wrote a problem lies.
 *
 * @param file the file's path as the user gave it, or the words of an argument such as {@code --set inputs.alpha}
 * @param line 1-based; 0 when the place has no line
 * @param column 1-based; 0 when the place has no column
 */
public record Where(String file, int line, int column) {

    /** A whole file or argument, without a line. */
    public static Where of(String file) {
        return new Where(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
    }
}
