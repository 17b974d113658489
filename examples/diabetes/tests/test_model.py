import pytest

from model import build_model, cross_validate, draw_predictions, evaluate
from patients import FEATURES, TARGET, read_patients


def fitted(alpha, patients):
    return build_model(alpha).fit(patients[FEATURES], patients[TARGET])


def test_the_model_beats_guessing_the_mean(patients, test_data):
    test = read_patients(test_data)

    metrics = evaluate(fitted(1.0, patients), test)

    assert metrics["rmse"] < test[TARGET].std() - 15
    assert metrics["mae"] < metrics["rmse"]
    assert metrics["r2"] > 0.4


def test_a_heavy_penalty_makes_a_clearly_worse_model(patients, test_data):
    test = read_patients(test_data)

    good, bad = evaluate(fitted(1.0, patients), test), evaluate(fitted(300.0, patients), test)

    assert bad["rmse"] > good["rmse"] + 3


def test_the_measures_of_a_perfect_model(patients):
    class Perfect:
        def predict(self, features):
            return patients[TARGET]

    assert evaluate(Perfect(), patients) == {"rmse": 0.0, "mae": 0.0, "r2": 1.0}


def test_cross_validation_depends_on_the_seed_alone(patients):
    model = build_model(1.0)

    assert cross_validate(model, patients, seed=1) == cross_validate(model, patients, seed=1)
    assert cross_validate(model, patients, seed=1) != cross_validate(model, patients, seed=2)


def test_the_figure_shows_every_patient(patients):
    figure = draw_predictions(fitted(1.0, patients), patients)

    (axes,) = figure.axes
    assert len(axes.collections[0].get_offsets()) == len(patients)
    assert axes.get_xlabel() == "actual progression"


def test_an_order_of_columns_does_not_matter(patients):
    model = fitted(1.0, patients)

    turned = model.predict(patients[FEATURES[::-1]])

    assert turned == pytest.approx(model.predict(patients[FEATURES]))
