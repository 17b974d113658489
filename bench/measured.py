"""Whole processes timed by the operating system's own accounting, two kinds in turn, and figures as medians."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


class Failed(Exception):
    """A measured command that did not do its work: its time would mean nothing."""


@dataclass(frozen=True)
class Process:
    wall: float
    cpu: float
    peak: float
    output: str


def process(line, folder, environment):
    """Runs a command to its end: seconds of wall clock and CPU, megabytes at its largest, and what it printed."""
    begin = time.monotonic()
    child = subprocess.Popen(line, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = child.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    if child.returncode != 0:
        raise Failed(f"{' '.join(map(str, line))} ended with {child.returncode}:\n{output[-2000:]}")
    return Process(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def in_turn(ours, theirs, repeats, warm_up=1):
    """Calls both alternately, so that a machine that slows down slows both; gives what they gave, without warm-ups."""
    for _ in range(warm_up):
        ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(repeats)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def spread(values, unit="", digits=2):
    """The median with its range."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f}{unit} [{low:.{digits}f}-{high:.{digits}f}]"


def ratios(ours, theirs):
    """Pair by pair."""
    return [a / b for a, b in zip(ours, theirs)]


def table(title, rows, heads):
    print(f"\n### {title}\n", flush=True)
    print("| " + " | ".join(heads) + " |")
    print("| " + " | ".join("---" for _ in heads) + " |")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")


def compared(name, ours, theirs, unit, aim, digits=2):
    """A row: both medians, the ratio pair by pair, the aim and whether the median of the ratios meets it."""
    quotients = ratios(ours, theirs)
    met = "" if aim is None else (f"≤ {aim}: " + ("met" if statistics.median(quotients) <= aim else "MISSED"))
    return [name, spread(ours, unit, digits), spread(theirs, unit, digits), spread(quotients), met]


COMPARED = ["figure", "azml", "azure-ai-ml", "ratio", "aim"]
