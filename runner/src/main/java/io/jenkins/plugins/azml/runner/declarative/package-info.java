/**
 * Declarative Pipeline: a model made and checked when the Jenkinsfile is compiled, and an interpreter that walks it with
 * the ordinary steps ({@code DeclarativeInterpreter.groovy}).
 */
@NullMarked
package io.jenkins.plugins.azml.runner.declarative;

import org.jspecify.annotations.NullMarked;
