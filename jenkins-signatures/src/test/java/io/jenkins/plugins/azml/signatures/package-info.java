/** Compares the signatures with the real classes, where somebody has them. */
package io.jenkins.plugins.azml.signatures;
