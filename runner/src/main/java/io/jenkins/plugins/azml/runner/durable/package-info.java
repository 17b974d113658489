/**
 * The program as bytes: saved with JBoss Marshalling, restored into fresh class loaders, and words for what stands in the
 * way.
 */
@NullMarked
package io.jenkins.plugins.azml.runner.durable;

import org.jspecify.annotations.NullMarked;
