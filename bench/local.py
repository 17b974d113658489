"""What is measured: the built azml, the official client, a local Azure ML, and projects of random files."""

import contextlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = pathlib.Path(__file__).resolve().parent / ".work"
CLIENT = ["azure-ai-ml==1.35.2", "azure-identity==1.27.0"]


def command(*line, folder=ROOT, environment=None):
    done = subprocess.run(list(map(str, line)), cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"error: {' '.join(map(str, line))}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def built():
    """The unpacked archive, built if anything changed; its folder."""
    command(ROOT / "azml", "--version")
    return pathlib.Path((ROOT / "cli/target/.built").read_text().strip())


def client():
    """A Python that has the official client; installed once."""
    python = WORK / "client/bin/python"
    if not python.exists():
        print("installing the official client ...", file=sys.stderr)
        shutil.rmtree(WORK / "client", ignore_errors=True)
        command(sys.executable, "-m", "venv", WORK / "client")
        command(python, "-m", "pip", "install", "--quiet", *CLIENT)
    return python


def clean_environment():
    """This process's, without anything that speaks of Azure."""
    prefixes = ("AZURE", "AZUREML", "ARM_", "IDENTITY_", "MSI_", "CI")
    return {name: value for name, value in os.environ.items() if not name.startswith(prefixes)}


class LocalAzure:
    """A local Azure ML of its own, with a fresh Azurite."""

    def __init__(self, azml, name):
        self.azml = azml / "bin/azml"
        self.folder = WORK / name
        self.environment = clean_environment()

    def __enter__(self):
        # One that was left running, by a measurement that was killed.
        self.__exit__()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.emulator("start", "--workspaces", "dev")
        variables = json.loads(self.emulator("env", "-w", "dev", "--output", "json"))
        self.environment = {**clean_environment(), **variables, "PYTHONUNBUFFERED": "1"}
        return self

    def __exit__(self, *_):
        with contextlib.suppress(SystemExit):
            self.emulator("stop")

    def emulator(self, action, *options):
        return command(
            self.azml, "emulator", action, "--folder", self.folder / "emulator", *options, environment=clean_environment()
        )

    def requests(self):
        """What it has answered since they were last forgotten, the client's own by their paths."""
        answered = json.loads(self.emulator("requests", "--output", "json"))["requests"]
        return [each for each in answered if "/_emulator" not in each["path"]]

    def forget(self):
        self.emulator("requests", "--clear")

    def set_up(self, project):
        command(self.azml, "setup", project / "setup", "-w", "dev", folder=project, environment=self.environment)


def project(name, files, seed, job=""):
    """A project with a job, what it needs, and so many random files of 10 KB as its code."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    chance = random.Random(seed)
    for number in range(files):
        file = folder / f"src/part{number // 100}/file{number}.bin"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(chance.randbytes(10_000))
    write(folder / "src/main.py", job or "print('done')\n")
    write(folder / "data/rows.csv", "a,b\n1,2\n")
    write(folder / "setup/data.yml", "name: rows\nversion: '1'\ntype: uri_folder\npath: ../data\n")
    write(folder / "setup/compute.yml", "name: cpu-cluster\ntype: amlcompute\nsize: Standard_DS3_v2\nmax_instances: 2\n")
    write(folder / "setup/environment.yml", "name: plain\nversion: '1'\nimage: mcr.microsoft.com/azureml/base\n")
    write(
        folder / "job.yml",
        "type: command\nexperiment_name: bench\ncode: src\ncommand: python main.py ${{inputs.rows}}\n"
        "inputs:\n  rows:\n    type: uri_folder\n    path: azureml:rows:1\n"
        "environment: azureml:plain:1\ncompute: azureml:cpu-cluster\n",
    )
    return folder


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
