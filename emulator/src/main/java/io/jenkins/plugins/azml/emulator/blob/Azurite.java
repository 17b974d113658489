package io.jenkins.plugins.azml.emulator.blob;

import io.jenkins.plugins.azml.emulator.install.Fingerprint;
import io.jenkins.plugins.azml.emulator.install.InstallCache;
import io.jenkins.plugins.azml.emulator.install.Installer;
import io.jenkins.plugins.azml.emulator.install.Tool;
import io.jenkins.plugins.azml.emulator.install.ToolCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Azurite from npm, in the versions of the lock file beside this class, installed once for all emulators. */
public final class Azurite {
    private static final String MAIN = "node_modules/azurite/dist/src/blob/main.js";
    // Without its scripts: none of the packages needs one, and one is enough to run foreign code here.
    private static final List<String> INSTALL =
            List.of("npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error");

    private final InstallCache cache;
    private final Installer installer;
    private final ToolCheck tools;

    public Azurite(InstallCache cache, Installer installer, ToolCheck tools) {
        this.cache = cache;
        this.installer = installer;
        this.tools = tools;
    }

    /**
     * The script that Node runs; installed when it is not there yet.
     *
     * @throws io.jenkins.plugins.azml.emulator.install.InstallException when Node or npm is missing or the packages cannot be had
     */
    public Path script() {
        tools.require(Tool.NODE);
        String lock = resource("package-lock.json");
        return cache.require("azurite-" + Fingerprint.of(lock), folder -> install(folder, lock))
                .resolve(MAIN);
    }

    private void install(Path folder, String lock) throws IOException {
        tools.require(Tool.NPM);
        Files.writeString(folder.resolve("package.json"), resource("package.json"));
        Files.writeString(folder.resolve("package-lock.json"), lock);
        installer.run("Azurite", INSTALL, folder, Map.of());
    }

    private static String resource(String name) {
        try (InputStream in = Azurite.class.getResourceAsStream("azurite/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
