"""Writes data/ from scikit-learn's bundled diabetes set (442 patients, Efron et al. 2004).

Only needed to make the committed files again: ``python make_data.py``.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_diabetes

NAMES = {
    "s1": "total_cholesterol",
    "s2": "ldl",
    "s3": "hdl",
    "s4": "cholesterol_ratio",
    "s5": "log_triglycerides",
    "s6": "glucose",
    "target": "progression",
}
SEED = 442
TEST_PATIENTS = 92
DEV_PATIENTS = 175


def main() -> None:
    patients = load_diabetes(as_frame=True, scaled=False).frame.rename(columns=NAMES)
    order = np.random.default_rng(SEED).permutation(len(patients))
    test, rest = order[:TEST_PATIENTS], order[TEST_PATIENTS:]
    # Dev sees half of the patients that prod sees; the test patients are in neither.
    write("test", patients.iloc[test], files=1)
    write("prod", patients.iloc[rest], files=3)
    write("dev", patients.iloc[rest[:DEV_PATIENTS]], files=2)


def write(name, patients, files) -> None:
    folder = Path(__file__).parent / "data" / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.csv"):
        old.unlink()
    for number, part in enumerate(np.array_split(np.arange(len(patients)), files), start=1):
        path = folder / f"patients-{number}.csv"
        patients.iloc[part].to_csv(path, index=False, float_format="%.6g", lineterminator="\n")


if __name__ == "__main__":
    main()
