/**
 * JSON on jackson-core alone: a bounded reader, a writer, views, and records as JSON.
 *
 * <p>Uses nothing. Databind would add 0.2 s to every start of the command line.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.json;

import org.jspecify.annotations.NullMarked;
