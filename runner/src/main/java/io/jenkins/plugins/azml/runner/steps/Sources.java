package io.jenkins.plugins.azml.runner.steps;

import hudson.AbortException;
import io.jenkins.plugins.azml.runner.build.Home;
import io.jenkins.plugins.azml.runner.cps.StepContext;
import io.jenkins.plugins.azml.runner.files.Git;
import io.jenkins.plugins.azml.runner.files.Trees;
import io.jenkins.plugins.azml.runner.step.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings sources into a folder of the workspace. */
final class Sources {
    private final StepContext context;

    Sources(StepContext context) {
        this.context = context;
    }

    /**
     * Copies the repository of the Jenkinsfile as it lies on disk: committed or not, but nothing that is ignored, and
     * never the builds and workspaces, which other branches write meanwhile.
     */
    Map<String, String> checkoutOwn() throws IOException, InterruptedException {
        Home home = context.execution().services().home();
        Path sources = home.sources();
        Path target = context.directory();
        Files.createDirectories(target);
        context.console().println("Checking out " + sources + " as it lies on disk");
        Git git = new Git(sources);
        if (!git.isRepository()) {
            throw new AbortException("checkout scm needs a git repository, and " + sources
                    + " is in none; run git init there, or lay files into the workspace with --files");
        }
        List<String> files = git.lines("ls-files", "--cached", "--others", "--exclude-standard", ".").stream()
                .filter(file -> !sources.resolve(file).startsWith(home.root()))
                .filter(file -> Files.isRegularFile(sources.resolve(file)))
                .toList();
        Trees.copy(sources, files, target);
        git.copyRepositoryTo(target);
        return described(git);
    }

    Map<String, String> checkout(Described scm) throws IOException, InterruptedException {
        return checkout(scm.arguments());
    }

    Map<String, String> checkout(Map<?, ?> scm) throws IOException, InterruptedException {
        return checkout(first(scm.get("userRemoteConfigs"), "url", ""), first(scm.get("branches"), "name", "master"));
    }

    private static String first(@Nullable Object list, String key, String fallback) {
        if (list instanceof List<?> elements && !elements.isEmpty()) {
            Object element = elements.get(0);
            Object value = element instanceof Described described
                    ? described.get(key)
                    : element instanceof Map<?, ?> map ? map.get(key) : null;
            return value == null ? fallback : value.toString();
        }
        return fallback;
    }

    Map<String, String> checkout(String url, String branch) throws IOException, InterruptedException {
        Files.createDirectories(context.directory());
        Git git = new Git(context.directory());
        context.console().println("Cloning repository " + url);
        if (!git.isRepositoryRoot()) {
            git.lines("init", "--quiet");
        }
        git.lines("fetch", "--quiet", "--tags", "--force", url, "+refs/heads/*:refs/remotes/origin/*");
        String plain = branch.replaceFirst("^(\\*|origin|refs/heads)/", "");
        String revision = git.resolves("origin/" + plain) ? "origin/" + plain : plain;
        git.lines("checkout", "--quiet", "--force", revision);
        context.console().println("Checking out Revision " + git.line("rev-parse", "HEAD") + " (" + revision + ")");
        return described(git);
    }

    private static Map<String, String> described(Git git) throws IOException, InterruptedException {
        Map<String, String> facts = new TreeMap<>();
        if (git.resolves("HEAD")) {
            facts.put("GIT_COMMIT", git.line("rev-parse", "HEAD"));
            facts.put("GIT_BRANCH", git.line("rev-parse", "--abbrev-ref", "HEAD"));
        }
        return facts;
    }
}
