import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot
import mlflow
import numpy
from sklearn.linear_model import LinearRegression

x = numpy.array([[0.0], [1.0], [2.0]])
model = LinearRegression().fit(x, [1.0, 3.0, 5.0])
with mlflow.start_run() as run:
    mlflow.log_param("alpha", 0.5)
    mlflow.log_metric("rmse", 1.25)
    mlflow.log_metric("unsettled", float("nan"))
    mlflow.log_text("hello", "notes/über uns+1.txt")
    mlflow.log_figure(plot.figure(), "plot.png")
    logged = mlflow.sklearn.log_model(model, name="model", input_example=x)

print("run", run.info.run_id)
for uri in (logged.model_uri, f"runs:/{run.info.run_id}/model"):
    print("predicts", mlflow.pyfunc.load_model(uri).predict(numpy.array([[3.0]]))[0].round(6))
print("text", mlflow.artifacts.load_text(f"runs:/{run.info.run_id}/notes/über uns+1.txt"))
print("listed", sorted(file.path for file in mlflow.artifacts.list_artifacts(run_id=run.info.run_id)))
