/** The runner from outside: a Jenkinsfile goes in, a console and a result come out. */
@NullMarked
package io.jenkins.plugins.azml.runner;

import org.jspecify.annotations.NullMarked;
