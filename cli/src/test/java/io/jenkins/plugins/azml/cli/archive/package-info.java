/** The archive as it is shipped. */
@NullMarked
package io.jenkins.plugins.azml.cli.archive;

import org.jspecify.annotations.NullMarked;
