/** The reader beside the official client: the same files to both, live, and what each makes of them. */
@NullMarked
package io.jenkins.plugins.azml.scenarios.fidelity;

import org.jspecify.annotations.NullMarked;
