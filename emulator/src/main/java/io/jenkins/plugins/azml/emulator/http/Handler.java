package io.jenkins.plugins.azml.emulator.http;

/** Does the work of one operation. Refusals are {@link ArmError}s. */
@FunctionalInterface
public interface Handler {
    Reply answer(Call call);
}
