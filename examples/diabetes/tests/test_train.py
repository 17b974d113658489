import json

import mlflow
import pytest

import score
import train
from patients import FEATURES, read_patients


@pytest.fixture
def run(dev, test_data, tmp_path, monkeypatch):
    """One training run against a tracking store of its own."""
    monkeypatch.setenv("MLFLOW_ALLOW_FILE_STORE", "true")
    monkeypatch.chdir(tmp_path)
    mlflow.set_tracking_uri(tmp_path.joinpath("store").as_uri())
    train.main(["--training-data", str(dev), "--test-data", str(test_data), "--alpha", "2", "--seed", "7"])
    (run,) = mlflow.search_runs(output_format="list")
    return run


def test_a_run_logs_parameters_metrics_a_figure_and_a_model(run):
    assert run.data.params == {"alpha": "2.0", "seed": "7", "patients": "175"}
    assert set(run.data.metrics) == {"rmse", "mae", "r2", "cv_rmse"}
    artifacts = {file.path for file in mlflow.MlflowClient().list_artifacts(run.info.run_id)}
    assert artifacts == {"predictions.png", "model"}


def test_the_logged_model_answers_and_refuses_a_patient_without_a_column(run, dev):
    patients = read_patients(dev)[FEATURES]
    model = mlflow.pyfunc.load_model(f"{run.info.artifact_uri}/model")

    assert len(model.predict(patients.head(3))) == 3
    with pytest.raises(mlflow.MlflowException, match="missing inputs"):
        model.predict(patients.drop(columns="bmi"))


def test_the_model_names_the_packages_that_it_was_trained_with(run):
    folder = mlflow.artifacts.download_artifacts(f"{run.info.artifact_uri}/model")

    with open(f"{folder}/requirements.txt", encoding="utf-8") as file:
        required = file.read().split()
    pinned = [line.strip(" -\n") for line in train.CONDA_FILE.read_text().splitlines() if "==" in line]
    assert required == pinned


def test_the_scoring_script_answers_like_the_model(run, dev, monkeypatch):
    folder = mlflow.artifacts.download_artifacts(f"{run.info.artifact_uri}/model")
    monkeypatch.setenv("AZUREML_MODEL_DIR", folder)
    patients = read_patients(dev)[FEATURES].head(2)
    request = {"input_data": {"columns": FEATURES, "data": patients.values.tolist()}}

    score.init()
    answer = score.run(json.dumps(request))

    assert answer == pytest.approx(mlflow.pyfunc.load_model(folder).predict(patients))
