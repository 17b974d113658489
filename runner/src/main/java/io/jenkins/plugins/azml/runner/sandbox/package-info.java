/**
 * What a sandboxed script may call: a table of signatures and the rules that choose one. A report, not a security
 * boundary.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.sandbox;

import org.jspecify.annotations.NullMarked;
