import pandas as pd
import pytest

from patients import FEATURES, TARGET, read_patients


def test_all_files_of_a_folder_become_one_table_of_floats(dev):
    patients = read_patients(dev)

    files = [pd.read_csv(file) for file in dev.glob("*.csv")]
    assert len(files) == 2
    assert len(patients) == sum(len(file) for file in files) == 175
    assert list(patients.columns) == [*FEATURES, TARGET]
    assert set(patients.dtypes) == {pd.Series([1.0]).dtype}


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(ValueError, match=f"no CSV file in {tmp_path}"):
        read_patients(tmp_path)


def test_missing_columns_are_named(tmp_path, patients):
    patients.drop(columns=["bmi", "hdl"]).to_csv(tmp_path / "patients.csv", index=False)

    with pytest.raises(ValueError, match="lacks the columns bmi, hdl"):
        read_patients(tmp_path)


def test_no_test_patient_is_learnt_from(dev, test_data):
    held_out = set(read_patients(test_data).itertuples(index=False, name=None))

    for folder in (dev, dev.parent / "prod"):
        assert held_out.isdisjoint(read_patients(folder).itertuples(index=False, name=None))
