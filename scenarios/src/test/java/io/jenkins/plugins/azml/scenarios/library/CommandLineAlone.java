package io.jenkins.plugins.azml.scenarios.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that says nothing of a Jenkins with the plugin. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface CommandLineAlone {
    /** Why. */
    String value();
}
