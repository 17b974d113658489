/**
 * A remote log read by byte range: each line once, in order, harmless to whoever shows it.
 *
 * <p>What was read is a small value that a stage saves. A log never decides a verdict. Uses {@code blob}.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.logs;

import org.jspecify.annotations.NullMarked;
