"""Load by wrk, one generator thread, with every answer accounted for."""

import json
import pathlib
import subprocess
from dataclasses import dataclass

# Answers so far, every one a success.
answers = 0

HERE = pathlib.Path(__file__).resolve().parent


@dataclass
class Round:
    """What one run of wrk gave."""

    requests: int
    seconds: float
    bytes: int
    p50: float  # milliseconds
    p99: float  # milliseconds

    @property
    def rate(self):
        return self.requests / self.seconds


class WrongAnswers(Exception):
    """Some answers were errors, so the figure would say nothing."""


def wrk(url, connections, seconds, headers=None, script="report.lua", least_bytes=0):
    """Loads a URL; raises where an answer was an error, missing or shorter than it must be."""
    global answers
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    done = subprocess.run(
        command + [url], cwd=HERE, capture_output=True, text=True, timeout=seconds + 20)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise WrongAnswers(f"wrk: {(done.stderr or done.stdout).strip()}")
    said = json.loads(lines[-1])
    if said["wrongStatus"] or said["failed"] or not said["requests"]:
        raise WrongAnswers(
            f"{url}: of {said['requests']} answers {said['wrongStatus']} had an error status, "
            f"and {said['failed']} requests failed")
    if said["bytes"] < said["requests"] * least_bytes:
        raise WrongAnswers(f"{url}: answers were shorter than the page")
    answers += said["requests"]
    return Round(
        said["requests"], said["microseconds"] / 1e6, said["bytes"], said["p50"] / 1000,
        said["p99"] / 1000)
