"""The patients' table: what its columns are, and how a folder of CSV files is read."""

from pathlib import Path

import pandas as pd

TARGET = "progression"
NUMBERS = [
    "age",
    "bmi",
    "bp",
    "total_cholesterol",
    "ldl",
    "hdl",
    "cholesterol_ratio",
    "log_triglycerides",
    "glucose",
]
CATEGORIES = ["sex"]
FEATURES = CATEGORIES + NUMBERS


def read_patients(folder: str | Path) -> pd.DataFrame:
    """Reads all CSV files of a folder, in the order of their names, as one table of floats."""
    files = sorted(Path(folder).glob("*.csv"))
    if not files:
        raise ValueError(f"no CSV file in {folder}")
    table = pd.concat([pd.read_csv(file) for file in files], ignore_index=True)
    missing = [column for column in [*FEATURES, TARGET] if column not in table.columns]
    if missing:
        raise ValueError(f"{folder} lacks the columns {', '.join(missing)}")
    return table[[*FEATURES, TARGET]].astype(float)
