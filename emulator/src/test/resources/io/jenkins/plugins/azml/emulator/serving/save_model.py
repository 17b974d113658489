import mlflow
import pandas
from sklearn.linear_model import LinearRegression

x = pandas.DataFrame({"age": [0.0, 1.0, 2.0], "bmi": [1.0, 0.0, 1.0]})
model = LinearRegression().fit(x, [1.0, 2.0, 5.0])
mlflow.sklearn.save_model(model, "model", input_example=x)
