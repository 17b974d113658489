/**
 * Reports from a run's records: JUnit XML for Jenkins, Markdown for a pull request.
 *
 * <p>Uses {@code gate}. Whatever names and messages contain, a report shows it as text.
 */
@NullMarked
package io.jenkins.plugins.azml.engine.report;

import org.jspecify.annotations.NullMarked;
