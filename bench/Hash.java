import io.jenkins.plugins.azml.engine.snapshot.CodeHash;
import io.jenkins.plugins.azml.engine.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Seconds of each pass over a folder, the first ones left out: the walk, the ignore rules, the hash. */
final class Hash {
    private static final int WARM_UP = 3;

    private Hash() {}

    public static void main(String[] arguments) {
        int repeats = Integer.parseInt(arguments[1]);
        List<Double> seconds = new ArrayList<>();
        String hash = "";
        for (int pass = 0; pass < WARM_UP + repeats; pass++) {
            long begin = System.nanoTime();
            hash = CodeHash.of(Snapshot.of(Path.of(arguments[0]))).hash();
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        System.out.printf("{\"hash\": \"%s\", \"seconds\": %s}%n", hash, seconds.subList(WARM_UP, seconds.size()));
    }
}
