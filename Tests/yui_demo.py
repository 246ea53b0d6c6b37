"""The demo as a process: `$YUI_BINARY`, else the release build."""

import os
import pathlib
import re
import sqlite3
import subprocess
import time

import postgresql

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("YUI_BINARY", str(REPOSITORY / ".build/release/yui"))
ENGINES = ["sqlite", "postgresql"]


def yui(*words, **options):
    """Runs a command that must succeed, and returns what it printed."""
    done = subprocess.run([BINARY, *map(str, words)], capture_output=True, check=False, **options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


class Demo:
    """A running demo and how to reach it, with a data folder or a database of its own."""

    TENANT = "131041"
    TOKYO = "130001"

    def __init__(self, folder, engine):
        self.engine = engine
        self.data = folder / "data"
        self.database = postgresql.Database() if engine == "postgresql" else None
        self.environment = {**os.environ, "YUI_STORE": self.database.url if self.database else ""}
        said = folder / "said"
        answered = folder / "answered"
        with said.open("wb") as errors, answered.open("wb") as output:
            self.process = subprocess.Popen(
                [BINARY, "demo", "--data", self.data, "--listen", "127.0.0.1:0"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=self.environment)
        for _ in range(3000):
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

    def yui(self, *words, **options):
        """Runs a command on the demo's tenants."""
        return yui(*words, "--data", self.data, env=self.environment, **options)

    def rows(self, tenant, query):
        """What another program reads in a tenant's database."""
        if self.database:
            return self.database.rows("t" + tenant.replace("-", "_"), query)
        path = self.data / "tenants" / tenant / "tenant.sqlite"
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def stop(self):
        """Stops it as an operator does."""
        self.process.terminate()
        assert self.process.wait(timeout=60) == 0
