package io.jenkins.plugins.azml.scenarios.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.azml.engine.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@OnLocalAzure
class MlflowScenario {
    /** As MLflow's own documentation would write it: nothing here knows where it runs. */
    private static final String SCRIPT = """
            import mlflow
            from matplotlib.figure import Figure
            from sklearn.datasets import load_diabetes
            from sklearn.linear_model import Ridge

            features, target = load_diabetes(return_X_y=True, as_frame=True, scaled=False)
            with mlflow.start_run():
                mlflow.log_param("alpha", 0.5)
                model = Ridge(alpha=0.5).fit(features, target)
                mlflow.log_metric("score", model.score(features, target))
                mlflow.log_metrics({"negative": -1.5e-3, "whole": 3})
                mlflow.log_figure(Figure(), "empty.png")
                mlflow.sklearn.log_model(model, name="model", input_example=features.head(2))
            print("mlflow", mlflow.__version__)
            """;

    @Test
    void what_the_newest_mlflow_logs_is_read_and_its_model_deployed_without_a_script(
            LocalAzure azure, CleanLoop clean) {
        Path project = Places.fresh(Places.ROOT.resolve("mlflow"));
        Shell shell = new Shell(project, azure.environment("dev"));
        Places.write(project.resolve("src/train.py"), SCRIPT);
        Places.write(
                project.resolve("job.yml"),
                "type: command\ncode: src\ncommand: python train.py\nenvironment:\n"
                        + "  image: mcr.microsoft.com/azureml/base\ncompute: azureml:cpu-cluster\n");
        Places.write(project.resolve("model.yml"), "name: ridge\ntype: mlflow_model\npath: .\n");
        Places.write(
                project.resolve("deployment.yml"),
                "name: ridge\nendpoint_name: diabetes-staging\nmodel: azureml:ridge:1\n"
                        + "instance_type: Standard_DS3_v2\ninstance_count: 1\n");

        JsonObject trained = shell.azml("train", "job.yml", "-w", "dev", "--run", "newest-mlflow", "--output", "json")
                .ok()
                .json();
        shell.azml("register", "model.yml", "--job", "newest-mlflow", "-w", "dev")
                .ok();
        JsonObject deployed = shell.azml(
                        "deploy", "deployment.yml", "--model", "ridge:1", "-w", "dev", "--output", "json")
                .ok()
                .json();
        Places.write(project.resolve("tests.yml"), tests());
        Outcome tested = shell.azml(
                "test",
                "tests.yml",
                "-w",
                "dev",
                "--endpoint",
                "diabetes-staging",
                "--deployment",
                deployed.in("result").needString("deployment"));

        System.out.println("[local] metrics of mlflow's own logging: "
                + trained.in("result").members());
        System.out.println("[local] its model, deployed without a script: "
                + tested.err().lines().toList());
        assertThat(trained.in("result").number("metrics", "score").orElseThrow())
                .isBetween(0.4, 0.6);
        assertThat(trained.in("result").number("metrics", "negative")).hasValue(-1.5e-3);
        assertThat(trained.in("result").number("metrics", "whole")).hasValue(3);
        assertThat(trained.in("result").texts("params")).containsEntry("alpha", "0.5");
        assertThat(tested.status()).as(tested.toString()).isZero();
    }

    private static String tests() {
        return """
                tests:
                  - name: one patient
                    request:
                      json:
                        input_data:
                          columns: [age, sex, bmi, bp, s1, s2, s3, s4, s5, s6]
                          index: [0]
                          data: [[59.0, 2.0, 32.1, 101.0, 157.0, 93.2, 38.0, 4.0, 4.8598, 87.0]]
                    expect:
                      status: 200
                      values:
                        - path: $[0]
                          min: 150
                          max: 260
                """;
    }
}
