/** What is known of a build while it runs. */
@NullMarked
package io.jenkins.plugins.azml.runner.build;

import org.jspecify.annotations.NullMarked;
