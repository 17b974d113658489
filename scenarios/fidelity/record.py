"""Records what the official client (azure-ai-ml) writes for CLI v2 files. Nothing leaves the machine.

    python record.py FOLDER...

A folder bears a kind's name: job, data, environment, compute, datastore, model, endpoint, deployment; others are passed over.
For every NAME.yml in it, NAME.json is written beside it: {"writes": [{method, path, body}]} or {"refused": reason}.
With --print, records go to standard output instead, one {"file": {…}} object for all.

The ignored marks, all in normalise(): names and hashes that the client makes up or derives from content become words
in braces, labels become references again, the experiment is the current directory's name, git properties go.
"""

import base64
import contextlib
import io
import json
import logging
import re
import sys
import time
import warnings
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import requests  # noqa: E402
import urllib3  # noqa: E402
import yaml  # noqa: E402
from requests.adapters import HTTPAdapter  # noqa: E402

SUBSCRIPTION = "00000000-0000-0000-0000-000000000001"
WORKSPACE = (
    f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"
    "/providers/Microsoft.MachineLearningServices/workspaces/ws"
)
STORAGE = "https://account.blob.core.windows.net"
GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"

KINDS = {
    "job": ("load_job", "/jobs/", lambda c, e: c.jobs.create_or_update(e)),
    "data": ("load_data", "/data/", lambda c, e: c.data.create_or_update(e)),
    "environment": ("load_environment", "/environments/", lambda c, e: c.environments.create_or_update(e)),
    "compute": ("load_compute", "/computes/", lambda c, e: c.compute.begin_create_or_update(e).result()),
    "datastore": ("load_datastore", "/datastores/", lambda c, e: c.datastores.create_or_update(e)),
    "model": ("load_model", "/models/", lambda c, e: c.models.create_or_update(e)),
    "endpoint": (
        "load_online_endpoint",
        "/onlineEndpoints/",
        lambda c, e: c.online_endpoints.begin_create_or_update(e).result(),
    ),
    "deployment": (
        "load_online_deployment",
        "/deployments/",
        lambda c, e: c.online_deployments.begin_create_or_update(e).result(),
    ),
}


class Azure:
    """Answers what the client needs to go on, and keeps its writes."""

    def __init__(self):
        self.writes = []

    def answer(self, request):
        url = urlsplit(request.url)
        path = unquote(url.path)
        if url.netloc.endswith(".blob.core.windows.net"):
            if request.method in ("HEAD", "GET"):
                return 404, None
            return (200 if "comp=metadata" in url.query else 201), None
        body = json.loads(request.body) if request.body else None
        if request.method == "PUT":
            self.writes.append({"method": "PUT", "path": path, "body": body})
            return 200, echo(path, body)
        return read(path.split("/workspaces/ws", 1)[-1], path, parse_qs(url.query))


def echo(path, body):
    properties = {**(body.get("properties") or {}), "provisioningState": "Succeeded"}
    answer = {**body, "id": path, "name": path.rsplit("/", 1)[1], "properties": properties}
    if "/models/" in path:
        for name in ("flavors", "tags", "properties"):
            properties.setdefault(name, {})
    if "/deployments/" in path:
        properties["scaleSettings"] = {"scaleType": "Default"}
        answer["sku"] = {"name": "Default", "capacity": 1}
    return answer


def read(tail, path, query):
    named = {"id": path, "name": path.rsplit("/", 1)[1]}
    if tail == "":
        return 200, {**named, "location": "westeurope", "properties": {}}
    if re.fullmatch("/codes/[^/]+/versions", tail):
        return 200, {"value": []}
    if tail.endswith("/startPendingUpload"):
        sas = {"credentialType": "SAS", "sasUri": f"{STORAGE}/pending?sv=1&sig=x"}
        reference = {"blobUri": f"{STORAGE}/pending", "storageAccountArmId": "x", "credential": sas}
        return 200, {"blobReferenceForConsumption": reference}
    if tail.endswith("/listSecrets"):
        return 200, {"secretsType": "Sas", "sasToken": "sv=1&sig=x"}
    if re.fullmatch("/datastores/[^/]+", tail):
        store = {
            "datastoreType": "AzureBlob",
            "accountName": "account",
            "containerName": "container",
            "endpoint": "core.windows.net",
            "protocol": "https",
            "credentials": {"credentialsType": "Sas"},
        }
        return 200, {**named, "properties": store}
    if "$orderBy" in query:
        properties = {"flavors": {}, "tags": {}, "properties": {}}
        return 200, {"value": [{"id": f"{path}/{{latest}}", "name": "{latest}", "properties": properties}]}
    if re.fullmatch("/(data|models|environments)/[^/]+", tail):
        return 200, {**named, "properties": {"latestVersion": "{latest}", "nextVersion": "{version}"}}
    if re.fullmatch("/onlineEndpoints/[^/]+", tail):
        properties = {"authMode": "Key", "provisioningState": "Succeeded", "properties": {}}
        return 200, {**named, "location": "westeurope", "properties": properties}
    if "/versions/" in tail or "/computes/" in tail or "/deployments/" in tail:
        return 200, {**named, "properties": {}}
    return 404, {"error": {"code": "NotFound", "message": f"no answer for {path}"}}


def send(self, request, **_):
    status, body = AZURE.answer(request)
    content = b"" if body is None else json.dumps(body).encode()
    response = requests.Response()
    response.status_code, response.request, response.url = status, request, request.url
    response.headers.update({"Content-Type": "application/json", "Content-Length": str(len(content))})
    response.raw = urllib3.HTTPResponse(
        body=io.BytesIO(content), status=status, headers=response.headers, preload_content=False
    )
    return response


class Credential:
    def get_token(self, *_, **__):
        from azure.core.credentials import AccessToken

        def part(value):
            return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

        claims = {"aud": "https://ml.azure.com", "tid": "t"}
        return AccessToken(f"{part({'alg': 'none'})}.{part(claims)}.AAAA", int(time.time()) + 3600)


def record(kind, file, overrides=()):
    import azure.ai.ml as ml

    global AZURE
    AZURE = Azure()
    load, mark, write = KINDS[kind]
    problem = None
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            entity = getattr(ml, load)(str(file), params_override=list(overrides) or None)
            write(ml.MLClient(Credential(), SUBSCRIPTION, "rg", "ws"), entity)
        except Exception as e:  # the client raises of every sort
            problem = f"{type(e).__name__}: {e}"
    if AZURE.writes and mark in AZURE.writes[-1]["path"]:
        return {"writes": normalise(AZURE.writes, file)}
    return {"refused": readable(problem)}


def readable(problem):
    plain = re.sub("\x1b\\[[0-9;]*m", "", problem)
    details = re.search("Details:(.*?)Resolutions", plain, re.S)
    return " ".join((details[1] if details else plain).replace(str(Path.cwd()), ".").split())[:300]


def normalise(writes, file):
    for write in writes:
        name = r"(/environments/[^/]+/versions/)\{latest\}$"
        if re.search(name, write["path"]):
            old, write["path"] = write["path"], re.sub(name, r"\1{version}", write["path"])
            writes[-1]["body"] = json.loads(json.dumps(writes[-1]["body"]).replace(old, write["path"]))
    names = renamed(writes, file)
    text = json.dumps(writes)
    for old, new in names.items():
        text = text.replace(old, new)
    text = re.sub(f"/codes/{GUID}/", "/codes/{code}/", text)
    text = re.sub(f"/data/{GUID}/", "/data/{data}/", text)
    text = re.sub("/models/[0-9a-f]{64}/", "/models/{model}/", text)
    text = re.sub("LocalUpload/[0-9a-f]{64}/", "LocalUpload/{hash}/", text)
    text = re.sub(f'"{STORAGE}/pending/[^"]*"', '"{codeUri}"', text)
    text = re.sub('"hash_sha256": "[0-9a-f]{64}"', '"hash_sha256": "{hash}"', text)
    text = text.replace(f"{STORAGE}/container/", "{storage}/")
    text = re.sub(r'"/subscriptions/[^"]*/(\w+)/([^/"]+)/versions/\{latest\}"', r'"azureml:\2@latest"', text)
    return json.loads(text)


def renamed(writes, file):
    """Whole ids and names that this file's record has and another run would not."""
    written = yaml.safe_load(Path(file).read_text()) or {}
    names = {}
    for write in writes:
        body, path = write["body"], write["path"]
        inline = "/CliV2AnonymousEnvironment/" in path
        if inline and ("build" in body["properties"] or "inferenceConfig" in body["properties"]):
            names[path.rsplit("/", 1)[1]] = "{environment}"
        if "/jobs/" in path:
            if not written.get("name"):
                names[path.rsplit("/", 1)[1]] = "{job}"
            for name in [n for n in body["properties"]["properties"] if ".git." in n]:
                del body["properties"]["properties"][name]
            if not written.get("experiment_name"):
                body["properties"]["experimentName"] = "{experiment}"
    return names


def main(arguments):
    printed = "--print" in arguments
    records = {}
    for folder in (Path(a) for a in arguments if a != "--print"):
        for file in sorted(folder.glob("*.yml")) if folder.name in KINDS else ():
            result = record(folder.name, file)
            records[str(file)] = result
            if not printed:
                file.with_suffix(".json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    if printed:
        print(json.dumps(records, indent=2, ensure_ascii=False))


HTTPAdapter.send = send
requests.Session.merge_environment_settings = lambda self, url, proxies, stream, verify, cert: {
    "proxies": {},
    "stream": stream,
    "verify": False,
    "cert": None,
}

if __name__ == "__main__":
    main(sys.argv[1:])
