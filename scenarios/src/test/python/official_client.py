"""Drives Azure ML through azure-ai-ml as its users would, and says of each operation whether it worked.

Everything about where Azure ML is comes from the environment. One JSON object a line on standard output:
{"operation": ..., "ok": true | false, "detail": ...}; the exit status is the number of operations that failed.
"""

import argparse
import json
import os
import pathlib
import sys
import tempfile
import time
import traceback
import uuid

from azure.ai.ml import MLClient, Output, command, load_compute, load_job
from azure.ai.ml.constants import AssetTypes
from azure.ai.ml.entities import (
    BatchEndpoint,
    CronTrigger,
    Data,
    Environment,
    JobSchedule,
    ManagedOnlineDeployment,
    ManagedOnlineEndpoint,
    Model,
    PipelineJob,
)
from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential

# The client prints to standard output, which belongs to the findings.
FINDINGS, sys.stdout = sys.stdout, sys.stderr
DONE = {"Completed", "Failed", "Canceled"}


class Journey:
    """Runs operations in order; one that needs what a failed one should have left fails too."""

    def __init__(self):
        self.failures = 0

    def step(self, operation, work):
        try:
            detail = work()
            print(json.dumps({"operation": operation, "ok": True, "detail": str(detail)[:300]}), file=FINDINGS, flush=True)
            return detail
        except Exception as e:  # noqa: BLE001 - whatever goes wrong is the finding
            self.failures += 1
            print(json.dumps({"operation": operation, "ok": False, "detail": f"{type(e).__name__}: {e}"[:600]}), file=FINDINGS, flush=True)
            traceback.print_exc(file=sys.stderr)
            return None


def check(fact, message):
    if not fact:
        raise AssertionError(message)
    return message


def client():
    return MLClient(
        DefaultAzureCredential(),
        os.environ["AZURE_SUBSCRIPTION_ID"],
        os.environ["AZURE_RESOURCE_GROUP"],
        os.environ["AZUREML_WORKSPACE_NAME"],
    )


def wait_for(ml, name, seconds=600):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        status = ml.jobs.get(name).status
        if status in DONE:
            return status
        time.sleep(1)
    raise TimeoutError(f"job {name} did not end")


def expect_501(work, operation):
    try:
        work()
    except HttpResponseError as e:
        check(e.status_code == 501, f"expected 501, got {e.status_code}: {e.message}")
        return check(operation in str(e), f"501 names {operation}: {str(e)[:120]}")
    raise AssertionError("it was accepted, though it is not built")


def set_up(journey, ml, example, tag):
    journey.step("workspaces.get", lambda: ml.workspaces.get(ml.workspace_name).location)
    journey.step(
        "compute.begin_create_or_update",
        lambda: ml.compute.begin_create_or_update(load_compute(example / "azml/setup/dev/compute.yml")).result().name,
    )
    journey.step("datastores.get_default", lambda: ml.datastores.get_default().name)
    for name, folder in (("train", "dev"), ("test", "test")):
        journey.step(
            f"data.create_or_update (local folder {folder})",
            lambda name=name, folder=folder: ml.data.create_or_update(
                Data(name=f"oc-{name}-{tag}", version="1", path=str(example / "data" / folder), type=AssetTypes.URI_FOLDER)
            ).id,
        )
    journey.step(
        "data.create_or_update (next version)",
        lambda: check(
            ml.data.create_or_update(
                Data(name=f"oc-train-{tag}", path=str(example / "data" / "dev"), type=AssetTypes.URI_FOLDER)
            ).version
            == "2",
            "version 2",
        ),
    )
    journey.step("data.get(label=latest)", lambda: check(ml.data.get(f"oc-train-{tag}", label="latest").version == "2", "2"))
    environment = journey.step(
        "environments.create_or_update",
        lambda: ml.environments.create_or_update(
            Environment(name=f"oc-env-{tag}", image="mcr.microsoft.com/azureml/base", conda_file=example / "src/conda.yml")
        ),
    )
    journey.step(
        "environments.get(label=latest)",
        lambda: check(ml.environments.get(f"oc-env-{tag}", label="latest").version == environment.version, environment.version),
    )


def job(example, tag, name):
    return load_job(
        example / "azml/job.yml",
        params_override=[
            {"name": name},
            {"environment": f"azureml:oc-env-{tag}@latest"},
            {"inputs.training_data.path": f"azureml:oc-train-{tag}:1"},
            {"inputs.test_data.path": f"azureml:oc-test-{tag}:1"},
        ],
    )


def train(journey, ml, example, tag):
    name = f"oc-job-{tag}"
    journey.step("jobs.create_or_update (code unknown)", lambda: ml.jobs.create_or_update(job(example, tag, name)).status)
    journey.step("jobs.get", lambda: ml.jobs.get(name).status)
    journey.step("jobs.stream", lambda: ml.jobs.stream(name))
    journey.step("jobs.stream ends with the job", lambda: check(ml.jobs.get(name).status == "Completed", "Completed"))
    journey.step("jobs.list", lambda: check(name in [j.name for j in ml.jobs.list()], name))
    journey.step("jobs.list(parent_job_name)", lambda: list(ml.jobs.list(parent_job_name=name)))
    journey.step("jobs.download (all)", lambda: download(ml, name))
    journey.step(
        "jobs.create_or_update (code known, inline environment), jobs.download (named output)",
        lambda: named_output(ml, example, tag, f"oc-out-{tag}"),
    )
    journey.step("jobs.begin_cancel", lambda: cancel(ml, tag))
    journey.step("jobs.create_or_update (edit of a fetched job)", lambda: edit(ml, name))
    journey.step("jobs.archive", lambda: ml.jobs.archive(name))
    return name


def download(ml, name):
    with tempfile.TemporaryDirectory() as folder:
        ml.jobs.download(name, download_path=folder, all=True)
        files = [str(p.relative_to(folder)) for p in pathlib.Path(folder).rglob("*") if p.is_file()]
        check(any(f.endswith("std_log.txt") for f in files), f"the log is among {files}")
        return check(any(f.endswith("MLmodel") for f in files), f"the model is among {files}")


def named_output(ml, example, tag, name):
    wanted = command(
        name=name,
        code=str(example / "src"),
        command="mkdir -p ${{outputs.result}} && echo 42 > ${{outputs.result}}/answer.txt",
        environment=Environment(image="mcr.microsoft.com/azureml/base", conda_file=example / "src/conda.yml"),
        compute="cpu-cluster",
        # A model's download fails in the client itself: it makes BatchGetResolvedUrisDto of an argument that it lacks.
        outputs={"result": Output(type=AssetTypes.URI_FOLDER)},
    )
    ml.jobs.create_or_update(wanted)
    check(wait_for(ml, name) == "Completed", "the job completed")
    with tempfile.TemporaryDirectory() as folder:
        ml.jobs.download(name, download_path=folder, output_name="result")
        files = list(pathlib.Path(folder).rglob("answer.txt"))
        return check(files and files[0].read_text().strip() == "42", "the named output holds 42")


def cancel(ml, tag):
    name = f"oc-cancel-{tag}"
    ml.jobs.create_or_update(
        command(name=name, command="sleep 600", environment=f"oc-env-{tag}@latest", compute="cpu-cluster")
    )
    ml.jobs.begin_cancel(name).result()
    return check(wait_for(ml, name, 120) == "Canceled", "Canceled")


def edit(ml, name):
    fetched = ml.jobs.get(name)
    fetched.tags["edited"] = "yes"
    ml.jobs.create_or_update(fetched)
    return check(ml.jobs.get(name).tags.get("edited") == "yes", "the tag is there")


def register(journey, ml, example, tag, trained):
    uri = f"azureml://jobs/{trained}/outputs/artifacts/paths/model/"
    model = journey.step(
        "models.create_or_update (from a job)",
        lambda: ml.models.create_or_update(Model(name=f"oc-model-{tag}", path=uri, type=AssetTypes.MLFLOW_MODEL)),
    )
    journey.step("models.create_or_update gives the first version", lambda: check(model.version == "1", "1"))
    journey.step(
        "models.create_or_update (local path)",
        lambda: ml.models.create_or_update(
            Model(name=f"oc-local-{tag}", path=str(example / "azml"), type=AssetTypes.CUSTOM_MODEL)
        ).id,
    )
    journey.step("models.get(label=latest)", lambda: ml.models.get(f"oc-model-{tag}", label="latest").version)
    journey.step("models.list", lambda: check(len(list(ml.models.list(f"oc-model-{tag}"))) == 1, "one version"))
    return model


def serve(journey, ml, example, tag, model):
    name = f"oc-{tag}"
    journey.step(
        "online_endpoints.begin_create_or_update",
        lambda: ml.online_endpoints.begin_create_or_update(ManagedOnlineEndpoint(name=name, auth_mode="key")).result().scoring_uri,
    )
    deployment = ManagedOnlineDeployment(
        name="blue", endpoint_name=name, model=model, instance_type="Standard_DS3_v2", instance_count=1
    )
    journey.step(
        "online_deployments.begin_create_or_update",
        lambda: ml.online_deployments.begin_create_or_update(deployment).result().provisioning_state,
    )
    request = str(example / "azml/tests/two-patients.json")
    journey.step(
        "online_endpoints.invoke (deployment)",
        lambda: predictions(ml.online_endpoints.invoke(name, deployment_name="blue", request_file=request)),
    )
    journey.step("online_endpoints.begin_create_or_update (traffic)", lambda: traffic(ml, name))
    journey.step(
        "online_endpoints.invoke (traffic)",
        lambda: predictions(client().online_endpoints.invoke(name, request_file=request)),
    )
    journey.step("online_deployments.get_logs", lambda: ml.online_deployments.get_logs("blue", name, lines=50))
    journey.step("online_endpoints.get_keys, regenerate", lambda: regenerate(ml, name))
    journey.step("online_deployments.list", lambda: check(len(list(ml.online_deployments.list(name))) == 1, "one"))
    journey.step(
        "online_deployments.begin_delete",
        lambda: (set_traffic(ml, name, {}), ml.online_deployments.begin_delete("blue", name).result()),
    )
    journey.step("online_endpoints.begin_delete", lambda: ml.online_endpoints.begin_delete(name).result())


def predictions(answer):
    values = json.loads(answer)
    return check(len(values) == 2 and all(25 < v < 350 for v in values), f"two predictions: {values}")


def set_traffic(ml, name, shares):
    endpoint = ml.online_endpoints.get(name)
    endpoint.traffic = shares
    return ml.online_endpoints.begin_create_or_update(endpoint).result().traffic


def traffic(ml, name):
    return check(set_traffic(ml, name, {"blue": 100}) == {"blue": 100}, "all traffic on blue")


def regenerate(ml, name):
    before = ml.online_endpoints.get_keys(name)
    ml.online_endpoints.begin_regenerate_keys(name, key_type="primary").result()
    after = ml.online_endpoints.get_keys(name)
    return check(
        before.primary_key != after.primary_key and before.secondary_key == after.secondary_key, "another primary key"
    )


def not_built(journey, ml, example, tag):
    journey.step(
        "schedules: 501 by name",
        lambda: expect_501(
            lambda: ml.schedules.begin_create_or_update(
                JobSchedule(
                    name=f"oc-{tag}",
                    trigger=CronTrigger(expression="0 0 * * *"),
                    create_job=f"azureml:oc-job-{tag}",
                )
            ).result(),
            "Schedules_CreateOrUpdate",
        ),
    )
    journey.step(
        "batch endpoints: 501 by name",
        lambda: expect_501(
            lambda: ml.batch_endpoints.begin_create_or_update(BatchEndpoint(name=f"oc-b-{tag}")).result(),
            "BatchEndpoints_CreateOrUpdate",
        ),
    )
    journey.step(
        "sweep jobs: 501 by name",
        lambda: expect_501(lambda: ml.jobs.create_or_update(sweep(example, tag)), "Sweep"),
    )
    journey.step(
        "pipeline jobs: 501 by name",
        lambda: expect_501(lambda: ml.jobs.create_or_update(pipeline(example, tag)), "omponent"),
    )


def sweep(example, tag):
    from azure.ai.ml.sweep import Uniform

    base = command(
        code=str(example / "src"),
        command="python train.py --alpha ${{inputs.alpha}}",
        environment=f"oc-env-{tag}@latest",
        compute="cpu-cluster",
        inputs={"alpha": 1.0},
    )
    swept = base(alpha=Uniform(min_value=0.1, max_value=1.0)).sweep(
        compute="cpu-cluster", sampling_algorithm="random", primary_metric="rmse", goal="Minimize"
    )
    swept.set_limits(max_total_trials=2, max_concurrent_trials=1)
    return swept


def pipeline(example, tag):
    return PipelineJob(jobs={"train": job(example, tag, f"oc-node-{tag}")}, compute="cpu-cluster", experiment_name="oc")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("example", type=pathlib.Path)
    example = arguments.parse_args().example.resolve()
    tag = uuid.uuid4().hex[:8]
    journey = Journey()
    ml = client()
    set_up(journey, ml, example, tag)
    trained = train(journey, ml, example, tag)
    model = register(journey, ml, example, tag, trained)
    serve(journey, ml, example, tag, model)
    not_built(journey, ml, example, tag)
    sys.exit(journey.failures)


if __name__ == "__main__":
    main()
