import sys
from pathlib import Path

import pandas as pd
import pytest

EXAMPLE = Path(__file__).parents[1]
sys.path.insert(0, str(EXAMPLE / "src"))


@pytest.fixture
def dev() -> Path:
    return EXAMPLE / "data" / "dev"


@pytest.fixture
def test_data() -> Path:
    return EXAMPLE / "data" / "test"


@pytest.fixture
def patients(dev: Path) -> pd.DataFrame:
    from patients import read_patients

    return read_patients(dev)
