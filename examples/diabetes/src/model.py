"""The model, its measures and the figure of its errors: functions without files or tracking."""

import pandas as pd
from matplotlib.figure import Figure
from sklearn.compose import make_column_transformer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from patients import CATEGORIES, FEATURES, NUMBERS, TARGET


def build_model(alpha: float) -> Pipeline:
    """A ridge regression on scaled numbers; the larger alpha is, the flatter it gets."""
    features = make_column_transformer(
        (OneHotEncoder(drop="if_binary"), CATEGORIES),
        (StandardScaler(), NUMBERS),
    )
    return make_pipeline(features, Ridge(alpha=alpha))


def cross_validate(model: Pipeline, patients: pd.DataFrame, seed: int) -> float:
    """The root mean squared error over five shuffled folds of the training data."""
    folds = KFold(n_splits=5, shuffle=True, random_state=seed)
    errors = cross_val_score(
        model,
        patients[FEATURES],
        patients[TARGET],
        cv=folds,
        scoring="neg_root_mean_squared_error",
    )
    return float(-errors.mean())


def evaluate(model: Pipeline, patients: pd.DataFrame) -> dict[str, float]:
    """The measures that the gates judge, on patients that the model has not seen."""
    predicted = model.predict(patients[FEATURES])
    actual = patients[TARGET]
    return {
        "rmse": float(root_mean_squared_error(actual, predicted)),
        "mae": float(mean_absolute_error(actual, predicted)),
        "r2": float(r2_score(actual, predicted)),
    }


def draw_predictions(model: Pipeline, patients: pd.DataFrame) -> Figure:
    """Predicted against actual progression; a perfect model would lie on the line."""
    figure = Figure(figsize=(4, 4), layout="constrained")
    axes = figure.subplots()
    axes.scatter(patients[TARGET], model.predict(patients[FEATURES]), s=10)
    limits = (patients[TARGET].min(), patients[TARGET].max())
    axes.plot(limits, limits, color="grey", linewidth=1)
    axes.set_xlabel("actual progression")
    axes.set_ylabel("predicted progression")
    return figure
