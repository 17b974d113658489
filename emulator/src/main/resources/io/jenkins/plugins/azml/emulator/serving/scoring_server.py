"""Serves one model on a port of loopback, the way Azure ML's inference server does: GET / and POST /score.

With a script its init() and run(text) are used; without one the MLflow model that the folder AZUREML_MODEL_DIR holds.
"""

import importlib.util
import inspect
import json
import os
import pathlib
import sys
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class BadRequest(Exception):
    """What the caller sent cannot be read."""


class ScriptModel:
    def __init__(self, script):
        path = pathlib.Path(script).resolve()
        sys.path.insert(0, str(path.parent))
        spec = importlib.util.spec_from_file_location("entry_module", path)
        module = importlib.util.module_from_spec(spec)
        sys.modules["entry_module"] = module
        spec.loader.exec_module(module)
        for name in ("init", "run"):
            if not hasattr(module, name):
                raise AttributeError(f"the scoring script {path.name} has no function {name}()")
        self._run = module.run
        self._takes_headers = "request_headers" in inspect.signature(module.run).parameters
        module.init()

    def answer(self, text, headers):
        if self._takes_headers:
            return self._run(text, request_headers=headers)
        return self._run(text)


class MlflowModel:
    def __init__(self, folder):
        import mlflow.pyfunc

        found = sorted(pathlib.Path(folder).rglob("MLmodel"), key=lambda path: len(path.parts))
        if not found:
            raise FileNotFoundError("the model has no file MLmodel, so it is not an MLflow model")
        self._model = mlflow.pyfunc.load_model(str(found[0].parent))

    def answer(self, text, headers):
        try:
            request = json.loads(text)
        except ValueError as error:
            raise BadRequest(f"the request is not JSON: {error}") from None
        if not isinstance(request, dict) or "input_data" not in request:
            raise BadRequest("Request must contain a top level key named 'input_data'")
        rows = table(request["input_data"], self._model.metadata.get_input_schema())
        return jsonable(self._model.predict(rows, params=request.get("params")))


def table(data, schema):
    """Reads input_data with the types of the model's signature, because JSON has one kind of number."""
    import numpy
    from mlflow.utils.proto_json_utils import dataframe_from_parsed_json

    try:
        if isinstance(data, dict) and "data" in data:
            return dataframe_from_parsed_json(data, "split", schema)
        if isinstance(data, dict):
            return {name: numpy.array(values) for name, values in data.items()}
        if isinstance(data, list) and data and isinstance(data[0], dict):
            return dataframe_from_parsed_json(data, "records", schema)
        return numpy.array(data)
    except Exception as error:
        raise BadRequest(f"input_data cannot be read: {error}") from None


def jsonable(result):
    import numpy
    import pandas

    if isinstance(result, pandas.Series):
        result = result.to_frame()
    if isinstance(result, pandas.DataFrame):
        return json.loads(result.to_json(orient="records"))
    if isinstance(result, (numpy.ndarray, numpy.generic)):
        return result.tolist()
    return result


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/":
            self._reply(200, b"Healthy", "text/html; charset=utf-8")
        else:
            self._message(404, "no such path")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path != "/score":
            self._message(404, "no such path")
            return
        started = time.perf_counter()
        try:
            # One at a time, as a single worker does.
            with self.server.turn:
                result = self.server.model.answer(body.decode("utf-8"), dict(self.headers))
            content = json.dumps(result).encode()
        except (BadRequest, UnicodeDecodeError) as error:
            self._message(400, str(error))
            return
        except BaseException:
            print("Encountered Exception: " + traceback.format_exc(), flush=True)
            self._message(
                500,
                "An unexpected error occurred in scoring script. Check the logs for more info.",
                {"x-ms-run-function-failed": "True"},
            )
            return
        elapsed = f"{(time.perf_counter() - started) * 1000:.3f}"
        self._reply(200, content, "application/json", {"x-ms-run-function-failed": "False", "x-ms-run-fn-exec-ms": elapsed})

    def _message(self, status, message, headers=None):
        self._reply(status, json.dumps({"message": message}).encode(), "application/json", headers)

    def _reply(self, status, content, content_type, headers=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format, *arguments):
        print(format % arguments, flush=True)


def main():
    model = ScriptModel(sys.argv[1]) if len(sys.argv) > 1 else MlflowModel(os.environ["AZUREML_MODEL_DIR"])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.model = model
    server.turn = threading.Lock()
    print(f"scoring server listens on http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
