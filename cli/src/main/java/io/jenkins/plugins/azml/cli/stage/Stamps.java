package io.jenkins.plugins.azml.cli.stage;

import io.jenkins.plugins.azml.engine.azure.Tags;
import io.jenkins.plugins.azml.engine.git.GitFacts;
import io.jenkins.plugins.azml.engine.train.TrainRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where code comes from, as a job says it. */
public final class Stamps {
    private Stamps() {}

    public static TrainRequest.Stamp of(Path file, Map<String, String> environment) {
        GitFacts facts = GitFacts.of(file, environment);
        Map<String, String> tags = new LinkedHashMap<>();
        if (facts.commit() != null) {
            tags.put(Tags.COMMIT, facts.commit());
        }
        if (facts.buildUri() != null) {
            tags.put("azml.build", facts.buildUri());
        }
        return new TrainRequest.Stamp(facts.properties(), tags);
    }
}
