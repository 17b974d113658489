/**
 * How a stage is called: what is saved of a call, and the stage made of it, the same for a new run and for one that is
 * taken up again. Every door but a library's uses these.
 *
 * <p>Above the stages: uses all of them and all that lies below.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.call;

import org.jspecify.annotations.NullMarked;
