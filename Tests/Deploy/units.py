"""The systemd units: read by systemd's own tools, and run where systemd runs the machine."""

import os
import pathlib
import re
import shutil
import socket
import subprocess

from stage import DEPLOY, HOST, TENANT, wait_for
from wire import read_answer

UNITS = ["yui.service", "yui-backup.service", "yui-backup.timer"]


def run(*command, seconds=60):
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, timeout=seconds)


def complaints(stage):
    """What `systemd-analyze verify` has against the units, with the program where it is."""
    folder = stage.folder / "units"
    folder.mkdir()
    for unit in UNITS:
        text = (DEPLOY / unit).read_text().replace("/usr/bin/yui ", f"{stage.binary} ")
        (folder / unit).write_text(text)
    done = run("systemd-analyze", "verify", *(folder / unit for unit in UNITS))
    return done.stderr.strip() or (f"exit status {done.returncode}" if done.returncode else "")


def exposure(unit):
    """systemd's own figure of how much a unit could do to the machine, from 0 to 10."""
    done = run("systemd-analyze", "security", "--offline=true", "--no-pager", DEPLOY / unit)
    found = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
    if not found:
        raise AssertionError(f"systemd-analyze security said nothing: {done.stderr.strip()}")
    return float(found[1])


def systemd_runs_this_machine():
    return os.path.isdir("/run/systemd/system") and os.geteuid() == 0


def trial_unit(stage, name):
    """The shipped unit under another name, for a program and an account of the moment."""
    text = (DEPLOY / "yui.service").read_text()
    replacements = [
        (r"(?m)^User=yui\nGroup=yui$",
         f"DynamicUser=yes\nUser={name}\n"
         f"BindReadOnlyPaths={stage.binary}:/tmp/yui {stage.configuration()}:/tmp/yui.conf\n"
         f"ExecStartPre=/tmp/yui tenant create {TENANT} --host {HOST} --data /var/lib/{name}"),
        (r"/usr/bin/yui", "/tmp/yui"),
        (r"/etc/yui/yui\.conf", "/tmp/yui.conf"),
        (r"/var/lib/yui\b(?!-)", f"/var/lib/{name}"),
        (r"/run/yui/", f"/run/{name}/"),
        (r"(?m)^(State|Runtime)Directory=yui$", rf"\1Directory={name}"),
    ]
    for pattern, replacement in replacements:
        text, changes = re.subn(pattern, replacement, text)
        if not changes:
            raise AssertionError(f"yui.service has nothing like {pattern}")
    return text


def run_under_systemd(stage):
    """Starts the hardened unit, asks for a page over its socket and stops it."""
    name = f"yui-check-{os.getpid()}"
    unit = pathlib.Path(f"/run/systemd/system/{name}.service")
    unit.write_text(trial_unit(stage, name))
    try:
        run("systemctl", "daemon-reload")
        started = run("systemctl", "start", name)
        if started.returncode != 0:
            raise AssertionError(f"the unit did not start: {journal(name)}")
        path = pathlib.Path(f"/run/{name}/yui.sock")
        wait_for("the unit's socket", path.exists, Running(name))
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(10)
            connection.connect(str(path))
            connection.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            answer = read_answer(connection, "GET")
        if answer.status != 200:
            raise AssertionError(f"the page was answered with {answer.status}: {journal(name)}")
        run("systemctl", "stop", name, seconds=60)
        result = run("systemctl", "show", "--property=Result", "--value", name).stdout.strip()
        if result != "success":
            raise AssertionError(f"the unit ended with {result}: {journal(name)}")
    finally:
        run("systemctl", "stop", name, seconds=60)
        run("systemctl", "clean", "--what=state", "--what=runtime", name)
        unit.unlink(missing_ok=True)
        run("systemctl", "reset-failed", name)
        run("systemctl", "daemon-reload")


def journal(name):
    return run("journalctl", "--unit", name, "--lines", "5", "--output", "cat").stdout.strip()


class Running:
    """A unit where `wait_for` expects a process."""

    def __init__(self, name):
        self.name = name
        self.returncode = None

    def poll(self):
        state = run("systemctl", "is-active", self.name).stdout.strip()
        self.returncode = None if state in ("active", "activating") else state
        return self.returncode


def has_tools():
    return shutil.which("systemd-analyze") is not None
