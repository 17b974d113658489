package io.jenkins.plugins.azml.engine.gate;

import java.math.BigDecimal;

/** Which way a metric gets better. */
public enum Direction {
    HIGHER,
    LOWER;

    /** By how much a figure is better than another one; negative when it is worse. */
    BigDecimal advantage(BigDecimal figure, BigDecimal over) {
        return this == HIGHER ? figure.subtract(over) : over.subtract(figure);
    }
}
