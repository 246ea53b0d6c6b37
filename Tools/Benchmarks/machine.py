"""What was measured on: without it no figure means anything."""

import os
import pathlib
import platform
import re
import statistics
import time


def describe(folder):
    median, worst = fdatasync_milliseconds(folder)
    return {
        "processor": processor(),
        "cores": cores(),
        "kernel": platform.release(),
        "system": system(),
        "fdatasyncMilliseconds": round(median, 3),
        "fdatasyncP99Milliseconds": round(worst, 3),
    }


def cores():
    """The cores this process may use, which is also Yui's number of server threads."""
    return len(os.sched_getaffinity(0))


def processor():
    found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def system():
    found = re.search(r'PRETTY_NAME="(.*)"', pathlib.Path("/etc/os-release").read_text())
    return found[1] if found else "Linux"


def fdatasync_milliseconds(folder, count=300):
    """Median and 99th percentile of making 4 KiB at the end of a file durable."""
    path = folder / "fdatasync"
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    times = []
    for _ in range(count):
        start = time.perf_counter()
        os.write(file, bytes(4096))
        os.fdatasync(file)
        times.append((time.perf_counter() - start) * 1000)
    os.close(file)
    path.unlink()
    return statistics.median(times), statistics.quantiles(times, n=100)[98]
