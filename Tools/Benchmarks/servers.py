"""The servers under load, each a process of ours on 127.0.0.1."""

import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent


class Server:
    """A process and its port, once it accepts connections; ended at the end of a `with` block."""

    def __init__(self, command, port, seconds=10, environment=None):
        self.port = port
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        try:
            self.wait(seconds)
        except BaseException:
            self.stop()
            raise

    def wait(self, seconds):
        end = time.monotonic() + seconds
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                pass
            if self.process.poll() is not None:
                raise RuntimeError(
                    f"{self.process.args[0]} ended with {self.process.returncode} at its start")
            if time.monotonic() > end:
                raise RuntimeError(f"{self.process.args[0]} did not listen within {seconds} s")
            time.sleep(0.002)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def settle(self):
        """Waits until it has nothing left to do, so that it does not run in another's round."""
        settle(self.processor_seconds)

    def processor_seconds(self):
        user, system, *_ = processor_times(self.process.pid)
        return user + system

    def require_running(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the server ended with {self.process.returncode} under load")

    def memory(self):
        """Resident and proportional memory in MB (10⁶ bytes)."""
        found = []
        for file, key in (("status", "VmRSS"), ("smaps_rollup", "Pss")):
            text = pathlib.Path(f"/proc/{self.process.pid}/{file}").read_text()
            found.append(int(re.search(rf"^{key}:\s+(\d+) kB", text, re.MULTILINE)[1]) * 1024 / 1e6)
        return found

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def settle(processor_seconds, limit=15):
    """Waits until hardly any processor time is used."""
    end = time.monotonic() + limit
    before = processor_seconds()
    while time.monotonic() < end:
        time.sleep(0.5)
        now = processor_seconds()
        if now - before < 0.03:
            return
        before = now


def processor_times(process):
    """Seconds in user and system mode: its own, and those of its children that have ended."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")")[1].split()
    return [int(field) / os.sysconf("SC_CLK_TCK") for field in fields[11:15]]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def nginx(folder, workers):
    """nginx over `folder/page`."""
    port = free_port()
    text = (HERE / "nginx.conf.in").read_text()
    changes = {
        "WORKERS": workers, "FOLDER": folder, "PORT": port,
        "USER": "user root;" if os.geteuid() == 0 else "",
    }
    for key, value in changes.items():
        text = text.replace(f"@{key}@", str(value))
    (folder / "nginx.conf").write_text(text)
    return Server(["nginx", "-c", folder / "nginx.conf"], port)


def baseline(folder, threads):
    """The C loop, compiled here, on a new database."""
    compiler = os.environ.get("CC") or next(filter(shutil.which, ("cc", "clang", "gcc")), None)
    if not compiler:
        raise RuntimeError("there is no C compiler: cc, clang or gcc")
    program = folder / "baseline"
    subprocess.run(
        [compiler, "-O2", "-Wall", "-o", program, HERE / "baseline.c",
         "-lmicrohttpd", "-lsqlite3", "-lpthread"], check=True, timeout=60)
    port = free_port()
    return Server([program, port, folder / "baseline.db", threads], port)


class Yui:
    """The program under test with one data folder, and with a PostgreSQL store where one is given."""

    def __init__(self, binary, data, store=""):
        self.binary = binary
        self.data = data
        self.environment = {**os.environ, "YUI_STORE": store}

    def run(self, *arguments, text=None):
        done = subprocess.run(
            [self.binary, *arguments, "--data", self.data], input=text, capture_output=True,
            text=True, timeout=60, env=self.environment)
        if done.returncode != 0:
            raise RuntimeError(f"yui {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def start(self, command="serve", seconds=20):
        port = free_port()
        return Server(
            [self.binary, command, "--data", self.data, "--listen", f"127.0.0.1:{port}"], port,
            seconds, self.environment)

    def make_demo(self):
        """Makes the demo's data; returns the seconds it took."""
        start = time.monotonic()
        self.start("demo", seconds=90).stop()
        return time.monotonic() - start

    def add_staff(self, tenant, email, password):
        self.run("user", "add", email, "--tenant", tenant, "--role", "administrator",
                 text=password + "\n")

    def tenants(self):
        return re.findall(r'"key"\s*:\s*"([^"]+)"', self.run("tenant", "list", "--json"))

    def token(self, tenant, scope):
        return self.run(
            "token", "create", "--tenant", tenant, "--scope", scope, "--name", "benchmark").strip()


class Client:
    """One kept connection to a tenant."""

    def __init__(self, server, tenant):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        self.host = host(tenant)

    def send(self, method, path, body=None, headers=None):
        """Sends a request; returns the response, read, with its body in `content`."""
        self.connection.request(method, path, body, {"Host": self.host, **(headers or {})})
        response = self.connection.getresponse()
        response.content = response.read()
        return response

    def get(self, path, expected=200, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        response = self.send("GET", path, headers=headers)
        if response.status != expected:
            raise RuntimeError(f"GET {path} of {self.host}: status {response.status}")
        return response.content

    def service(self, status=None):
        """The slug of a service, with this status where one is given; None where there is none."""
        items = json.loads(self.get("/api/reviews/services"))["items"]
        return next((item["slug"] for item in items if status in (None, item["status"])), None)


def host(tenant):
    return f"{tenant}.localhost"
