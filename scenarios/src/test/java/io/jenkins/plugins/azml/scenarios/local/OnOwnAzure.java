package io.jenkins.plugins.azml.scenarios.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests with real processes that start an emulator for themselves: they take turns, beside those of {@link OnLocalAzure}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalAzureExtension.class)
@ResourceLock("an Azure ML of one's own")
public @interface OnOwnAzure {}
