"""Trains the diabetes model on a folder of CSV files and logs what came of it with MLflow."""

import argparse
import tempfile
from pathlib import Path

import mlflow
from mlflow.models import infer_signature
from sklearn.pipeline import Pipeline

from model import build_model, cross_validate, draw_predictions, evaluate
from patients import FEATURES, TARGET, read_patients

CONDA_FILE = Path(__file__).with_name("conda.yml")


def main(arguments: list[str] | None = None) -> dict[str, float]:
    options = parse(arguments)
    training, test = read_patients(options.training_data), read_patients(options.test_data)
    print(f"training on {len(training)} patients, testing on {len(test)}", flush=True)

    with mlflow.start_run():
        mlflow.log_params({"alpha": options.alpha, "seed": options.seed, "patients": len(training)})
        model = build_model(options.alpha)
        cross_validated = cross_validate(model, training, options.seed)
        model.fit(training[FEATURES], training[TARGET])
        metrics = {**evaluate(model, test), "cv_rmse": cross_validated}
        for name, value in metrics.items():
            print(f"{name} = {value:.3f}", flush=True)
            mlflow.log_metric(name, value)
        mlflow.log_figure(draw_predictions(model, test), "predictions.png")
        log_model(model, training[FEATURES])
    return metrics


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training-data", required=True, help="folder of CSV files to learn from")
    parser.add_argument("--test-data", required=True, help="folder of CSV files to measure on")
    parser.add_argument("--alpha", type=float, default=1.0, help="strength of the regularisation")
    parser.add_argument("--seed", type=int, default=0, help="seed of the cross-validation's folds")
    return parser.parse_args(arguments)


def log_model(model: Pipeline, examples) -> None:
    # Saved, then logged as files of the run: MLflow 3's own log_model asks for the logged-models
    # API, which Azure ML's tracking server does not have (Azure/azure-sdk-for-python#44896).
    with tempfile.TemporaryDirectory() as folder:
        mlflow.sklearn.save_model(
            model,
            f"{folder}/model",
            # The model is served by the packages that it was trained with.
            conda_env=str(CONDA_FILE),
            signature=infer_signature(examples, model.predict(examples)),
            input_example=examples.head(2),
        )
        mlflow.log_artifacts(f"{folder}/model", "model")


if __name__ == "__main__":
    main()
