"""Serves the model by a script of our own; an MLflow model is also served without one."""

import json
import os
from pathlib import Path

import mlflow
import pandas as pd

from patients import FEATURES

model = None


def init() -> None:
    """Loads the model once, before the first request."""
    global model
    description = next(Path(os.environ["AZUREML_MODEL_DIR"]).rglob("MLmodel"))
    model = mlflow.sklearn.load_model(str(description.parent))


def run(raw_data: str) -> list[float]:
    """Answers ``{"input_data": {"columns": [...], "data": [[...]]}}`` with a list of numbers."""
    table = json.loads(raw_data)["input_data"]
    patients = pd.DataFrame(table["data"], columns=table["columns"])
    return model.predict(patients[FEATURES].astype(float)).tolist()
