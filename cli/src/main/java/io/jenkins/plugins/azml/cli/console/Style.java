package io.jenkins.plugins.azml.cli.console;

/** Colours, by their control sequences. */
enum Style {
    BOLD(1),
    DIM(2),
    RED(31),
    GREEN(32),
    YELLOW(33),
    CYAN(36);

    private final int number;

    Style(int number) {
        this.number = number;
    }

    String of(String text) {
        return "\u001b[" + number + "m" + text + "\u001b[0m";
    }
}
