"""The demo as a process: `$YUI_BINARY`, else the release build."""

import os
import pathlib
import re
import subprocess
import time

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("YUI_BINARY", str(REPOSITORY / ".build/release/yui"))


def yui(*words, **options):
    """Runs a command that must succeed, and returns what it printed."""
    done = subprocess.run([BINARY, *map(str, words)], capture_output=True, check=False, **options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


class Demo:
    """A running demo and how to reach it."""

    TENANT = "131041"
    TOKYO = "130001"

    def __init__(self, folder):
        self.data = folder / "data"
        said = folder / "said"
        answered = folder / "answered"
        with said.open("wb") as errors, answered.open("wb") as output:
            self.process = subprocess.Popen(
                [BINARY, "demo", "--data", self.data, "--listen", "127.0.0.1:0"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        for _ in range(1200):
            if match := re.search(r"listening on http://127\.0\.0\.1:(\d+)\n", answered.read_text()):
                break
            assert self.process.poll() is None, said.read_text()
            time.sleep(0.1)
        else:
            raise AssertionError("the demo does not answer: " + said.read_text())
        self.port = int(match[1])
        self.email, self.password = re.search(r"(\S+@\S+) +(\S+)", said.read_text()).groups()

    def address(self, host="", path="/"):
        """The address of a path on a tenant's site, or on the hub's."""
        return f"http://{host and host + '.'}localhost:{self.port}{path}"

    def stop(self):
        """Stops it as an operator does."""
        self.process.terminate()
        assert self.process.wait(timeout=60) == 0
