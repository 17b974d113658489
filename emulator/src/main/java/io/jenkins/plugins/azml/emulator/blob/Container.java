package io.jenkins.plugins.azml.emulator.blob;

/**
 * One container of one storage account.
 *
 * @param account the name that the server knows, for example {@code azmldev.blob.core.windows.net}
 */
public record Container(String account, String name) {}
