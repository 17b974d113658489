"""Serves the model that train.py logs: the sum of the first row times its number."""

import json
import os
from pathlib import Path

factor = 0


def init() -> None:
    global factor
    factor = int(next(Path(os.environ["AZUREML_MODEL_DIR"]).rglob("MLmodel")).read_text())


def run(raw_data: str) -> list[int]:
    return [sum(json.loads(raw_data)["input_data"]["data"][0]) * factor]
