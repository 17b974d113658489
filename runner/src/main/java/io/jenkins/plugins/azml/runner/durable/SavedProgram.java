package io.jenkins.plugins.azml.runner.durable;

import io.jenkins.plugins.azml.runner.build.BuildSnapshot;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * All that another process needs to go on with a build.
 *
 * @param program the marshalled program
 * @param trusted the classes of libraries, by name
 * @param scripts the classes of the Jenkinsfile and of what it loaded, by name
 * @param urls where further classes of the libraries are
 * @param libraries the folders of the loaded libraries, by name
 * @param rejections what the sandbox refused so far
 * @param findings what was found so far
 * @param actions how many actions on the console were done
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SavedProgram(
        byte[] program,
        Map<String, byte[]> trusted,
        Map<String, byte[]> scripts,
        List<URL> urls,
        Map<String, String> libraries,
        List<String> rejections,
        List<String> findings,
        int actions,
        BuildSnapshot build)
        implements Serializable {

    /** Writes the file whole or not at all. */
    public void write(Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(temporary))) {
            out.writeObject(this);
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public static SavedProgram read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (SavedProgram) in.readObject();
        } catch (ClassNotFoundException foreign) {
            throw new IOException("the file " + file + " is of another version of azml", foreign);
        }
    }
}
