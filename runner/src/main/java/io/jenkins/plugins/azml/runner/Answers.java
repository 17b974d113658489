package io.jenkins.plugins.azml.runner;

/** How the inputs of a run are answered where no action answers them. */
public enum Answers {
    /** Approved at once. */
    APPROVE,
    /** Refused at once. */
    REFUSE,
    /** Asked on the terminal. */
    ASK,
    /** Left to the actions. */
    WAIT
}
