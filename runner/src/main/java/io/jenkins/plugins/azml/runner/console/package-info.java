/**
 * The console of a build: raw text in order, as Jenkins keeps it, with the filters that a block puts on its steps (masks,
 * times). It may use nothing else of the runner.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.console;

import org.jspecify.annotations.NullMarked;
