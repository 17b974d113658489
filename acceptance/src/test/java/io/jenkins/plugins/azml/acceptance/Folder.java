package io.jenkins.plugins.azml.acceptance;

import java.net.URI;

/** A folder of its own for one test class, with the library from a Git server; deleted at the end. */
final class Folder implements AutoCloseable {
    private final Jenkins jenkins;
    private final String name;

    private Folder(Jenkins jenkins, String name) {
        this.jenkins = jenkins;
        this.name = name;
    }

    /** A library of a folder is not trusted: all of its code runs in the sandbox. */
    static Folder create(Jenkins jenkins, String name, URI library) {
        Folder folder = new Folder(jenkins, name);
        if (jenkins.status("GET", "job/" + name + "/api/json") == 200) {
            folder.delete();
        }
        jenkins.postXml("createItem?name=" + name, Xml.folder(library));
        return folder;
    }

    String name() {
        return name;
    }

    /** Makes a Pipeline job whose script runs in the sandbox. */
    Job job(String job, String script) {
        return item(job, Xml.pipeline(script));
    }

    /** Makes a job that follows the branches of a repository, and looks at them once. */
    Multibranch multibranch(String job, URI repository) {
        item(job, Xml.multibranch(repository));
        return new Multibranch(jenkins, path() + "job/" + job + "/");
    }

    private Job item(String job, String xml) {
        jenkins.postXml(path() + "createItem?name=" + job, xml);
        return new Job(jenkins, path() + "job/" + job + "/");
    }

    private String path() {
        return "job/" + name + "/";
    }

    private void delete() {
        jenkins.post(path() + "doDelete");
    }

    @Override
    public void close() {
        delete();
    }
}
