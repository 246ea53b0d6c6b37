"""What the programs here share: arguments, a folder, a time limit, and the report at the end."""

import argparse
import os
import pathlib
import shutil
import signal
import sys
import tempfile

import load
import machine
import report

LIMIT_SECONDS = 240


class Bench:
    """The figures as they are taken, and what could not be measured."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.about = machine.describe(folder)
        self.figures = []
        self.problems = []

    def note(self, what):
        print(f"measuring: {what}", file=sys.stderr, flush=True)

    def add(self, what, function, *parameters):
        """Takes the figures that a function returns; where it fails, the others are still taken."""
        self.note(what)
        try:
            self.figures.extend(function(*parameters))
        except TimeIsUp:
            raise
        except Exception as error:
            self.problems.append(f"{what}: {error}")


class TimeIsUp(Exception):
    """The run has taken as long as it may."""


def run(measure, description, tools, place):
    """Measures in a temporary folder at a place; returns what the program ends with."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--json", action="store_true", help="prints JSON instead of a table")
    arguments = parser.parse_args()
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        print(f"Install what is missing first: {', '.join(missing)}", file=sys.stderr)
        return 2
    return measure_in(place, measure, arguments.binary, arguments.json)


def measure_in(place, measure, binary, as_json=False):
    """Measures in a temporary folder at a place; returns what the program ends with."""
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    signal.alarm(LIMIT_SECONDS)

    folder = pathlib.Path(tempfile.mkdtemp(prefix="yui-bench-", dir=place))
    try:
        bench = Bench(binary.resolve(), folder)
        try:
            measure(bench)
        except (TimeIsUp, RuntimeError) as error:
            bench.problems.append(str(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    write = report.as_json if as_json else report.as_table
    print(write(bench.about, bench.figures, load.answers, bench.problems))
    return 1 if bench.problems else 0


def stop(number, frame):
    if number == signal.SIGALRM:
        raise TimeIsUp(f"the rest: {LIMIT_SECONDS} s were over")
    sys.exit(f"{sys.argv[0]}: ended by {signal.Signals(number).name}")
