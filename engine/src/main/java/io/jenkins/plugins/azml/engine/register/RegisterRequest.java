package io.jenkins.plugins.azml.engine.register;

import io.jenkins.plugins.azml.engine.turn.RunId;
import java.util.Map;

/**
 * What is to be registered.
 *
 * @param run whose version it is
 * @param model the model's name
 * @param type {@code mlflow_model}, {@code custom_model} or {@code triton_model}
 * @param job that logged it
 * @param path of the model among the job's artifacts, for example {@code model}
 * @param description for people, or empty
 * @param tags of the user
 * @param verdict {@code better}, {@code equal}, {@code worse}, {@code blocked}, or empty if nobody judged
 */
public record RegisterRequest(
        RunId run,
        String model,
        String type,
        String job,
        String path,
        String description,
        Map<String, String> tags,
        String verdict) {}
