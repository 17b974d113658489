package io.jenkins.plugins.azml.emulator.jobs;

import io.jenkins.plugins.azml.emulator.blob.BlobFiles;
import io.jenkins.plugins.azml.emulator.blob.BlobLocation;
import io.jenkins.plugins.azml.emulator.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The folder of one job: its code, its inputs, its outputs, its home. */
final class JobFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}");
    private static final List<String> KEPT = List.of("outputs", "logs");

    private final Path root;
    private final JobPlan plan;
    private final BlobFiles blobs;

    JobFolder(Path root, JobPlan plan, BlobFiles blobs) {
        this.root = root;
        this.plan = plan;
        this.blobs = blobs;
    }

    /** Where the command starts: a copy of the code, with a folder {@code outputs}. */
    Path working() {
        return root.resolve("wd");
    }

    /** The home of the job's user: nobody else's. */
    Path home() {
        return root.resolve("home");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /**
     * Makes the folder anew and brings everything that the job reads.
     *
     * @return what each reference of the command stands for
     */
    Map<String, String> prepare() throws IOException {
        delete();
        Files.createDirectories(home());
        Files.createDirectories(temporary());
        Files.createDirectories(working());
        if (plan.code().isPresent()) {
            blobs.fetchFolder(plan.code().get(), working());
        }
        Files.createDirectories(working().resolve("outputs"));
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JobInput> input : plan.inputs().entrySet()) {
            values.put("inputs." + input.getKey(), bring(checked(input.getKey()), input.getValue()));
        }
        for (Map.Entry<String, JobOutput> output : plan.outputs().entrySet()) {
            values.put("outputs." + output.getKey(), makeRoom(checked(output.getKey()), output.getValue()));
        }
        return values;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw JobFailure.ofUser("'" + name + "' cannot be the name of an input or output");
        }
        return name;
    }

    private String bring(String name, JobInput input) throws IOException {
        if (input instanceof JobInput.Literal literal) {
            return literal.value();
        }
        JobInput.Data data = (JobInput.Data) input;
        Path place = root.resolve("inputs").resolve(name);
        BlobLocation location = data.location();
        boolean isFolder = !data.type().equals("uri_file") && blobs.fetchFolder(location, place) > 0;
        if (isFolder) {
            return place.toString();
        }
        Path file = place.resolve(location.path().substring(location.path().lastIndexOf('/') + 1));
        if (location.path().isEmpty() || !blobs.fetchFile(location, file)) {
            throw JobFailure.ofUser("input '" + name + "': no data at '" + location.path() + "' in container '"
                    + location.container().name() + "'");
        }
        return file.toString();
    }

    private String makeRoom(String name, JobOutput output) throws IOException {
        Path place = outputPlace(name);
        Files.createDirectories(isFile(output) ? place.getParent() : place);
        return place.toString();
    }

    private Path outputPlace(String name) {
        return root.resolve("named-outputs").resolve(name).resolve("content");
    }

    private static boolean isFile(JobOutput output) {
        return output.type().equals("uri_file");
    }

    /** Stores what the job wrote to {@code outputs}, {@code logs} and its named outputs. */
    void storeOutputs() throws IOException {
        for (String kept : KEPT) {
            blobs.storeFolder(working().resolve(kept), plan.artifacts().child(kept));
        }
        for (Map.Entry<String, JobOutput> output : plan.outputs().entrySet()) {
            Path place = outputPlace(output.getKey());
            BlobLocation target = output.getValue().location();
            if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
                blobs.storeFile(place, target);
            } else {
                blobs.storeFolder(place, target);
            }
        }
    }

    void delete() throws IOException {
        Folders.delete(root);
    }
}
