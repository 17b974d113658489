"""The official client, doing what azml does: one operation a process, as a user's script would."""

import json
import os
import sys
import time


def connected():
    from azure.ai.ml import MLClient
    from azure.identity import DefaultAzureCredential

    names = ("AZURE_SUBSCRIPTION_ID", "AZURE_RESOURCE_GROUP", "AZUREML_WORKSPACE_NAME")
    return MLClient(DefaultAzureCredential(), *(os.environ[name] for name in names))


def submit(file):
    from azure.ai.ml import load_job

    print(connected().jobs.create_or_update(load_job(file)).name)


def follow(file):
    """Submits and streams; says last how many bytes of logs were read."""
    from azure.ai.ml import load_job
    from requests.sessions import Session

    read = [0]
    get = Session.send

    def send(self, request, **options):
        answer = get(self, request, **options)
        if "std_log" in request.url and request.method == "GET":
            read[0] += len(answer.content)
        return answer

    Session.send = send
    ml = connected()
    ml.jobs.stream(ml.jobs.create_or_update(load_job(file)).name)
    print(f"BYTES {read[0]}", flush=True)


def validate(file):
    from azure.ai.ml import load_job

    load_job(file)


def load():
    from azure.ai.ml import MLClient, load_job  # noqa: F401


def digest(folder, repeats):
    """Seconds of each pass over a folder, the first one left out."""
    from azure.ai.ml._utils._asset_utils import get_content_hash, get_ignore_file

    seconds = []
    for _ in range(int(repeats) + 1):
        begin = time.perf_counter()
        value = get_content_hash(folder, get_ignore_file(folder))
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"hash": value, "seconds": seconds[1:]}))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
