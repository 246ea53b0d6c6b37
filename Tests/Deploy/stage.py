"""Yui and nginx on loopback, with the files of Deploy/ in which only marked lines are changed."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time

DEPLOY = pathlib.Path(__file__).resolve().parents[2] / "Deploy"
TENANT = "131041"
HOST = f"{TENANT}.localhost"
UNKNOWN_HOST = "unknown.localhost"
EMAIL = "clerk@example.lg.jp"
PASSWORD = "a long enough sentence for the clerk"


class Stage:
    """Everything under one temporary folder; `close` ends the processes and removes it."""

    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yui-deploy-", dir="/tmp"))
        self.folder.chmod(0o711)  # nginx's workers pass through to the socket
        self.data = self.folder / "data"
        self.sockets = self.folder / "run"
        self.sockets.mkdir()
        self.sockets.chmod(0o750)
        self.socket = self.sockets / "yui.sock"
        self.certificate = self.folder / "certificate.pem"
        self.key = self.folder / "key.pem"
        self.plain_port, self.tls_port, self.management_port = free_ports(3)
        self.processes = []

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Yui

    def yui(self, *arguments, text=None):
        """Runs a command beside or before the server; returns its standard output."""
        done = subprocess.run(
            [self.binary, *arguments, "--data", self.data],
            input=text, capture_output=True, text=True, timeout=60, umask=0o077)
        if done.returncode != 0:
            raise AssertionError(
                f"yui {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def make_tenant(self):
        url = f"https://{HOST}:{self.tls_port}"
        self.yui("tenant", "create", TENANT, "--host", HOST, "--url", url)
        self.yui("user", "add", EMAIL, "--tenant", TENANT, "--role", "administrator",
                 text=PASSWORD + "\n")

    def start_yui(self):
        """Starts the server as the shipped unit and configuration say."""
        self.log = self.folder / "yui.log"
        self.server = self.start(self.unit_command("yui.service"), self.log)
        wait_for(
            "yui to listen", lambda: "listening on" in self.log.read_text(), self.server, self.log)

    def unit_command(self, unit):
        """The command of a shipped unit, with this stage's paths."""
        line = re.search(r"^ExecStart=(.*)$", (DEPLOY / unit).read_text(), re.MULTILINE)[1]
        paths = {
            "/usr/bin/yui": self.binary,
            "/var/lib/yui-backups": str(self.folder / "backups"),
            "/var/lib/yui": str(self.data),
            "unix:/run/yui/yui.sock": f"unix:{self.socket}",
            "/etc/yui/yui.conf": str(self.configuration()),
        }
        return [paths.get(word, word) for word in line.split()]

    def configuration(self):
        """The shipped configuration, with this stage's port."""
        shipped = (DEPLOY / "yui.conf.example").read_text()
        ours, changes = re.subn(
            r"(?m)^management = .*$", f"management = 127.0.0.1:{self.management_port}", shipped)
        if changes != 1:
            raise AssertionError("yui.conf.example has not exactly one line 'management = …'")
        path = self.folder / "yui.conf"
        path.write_text(ours)
        return path

    # nginx

    def write_nginx_files(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=Yui test",
             "-addext", f"subjectAltName=DNS:{HOST},DNS:{UNKNOWN_HOST}",
             "-keyout", self.key, "-out", self.certificate],
            check=True, capture_output=True, timeout=30)
        (self.folder / "site.conf").write_text(self.site())
        (self.folder / "nginx.conf").write_text(self.nginx_configuration())

    def site(self):
        """The shipped site; only lines marked as to be adapted differ."""
        changes = [
            (r"server unix:.*;", f"server unix:{self.socket};"),
            (r"listen 80;", f"listen 127.0.0.1:{self.plain_port};"),
            (r"listen 443(.*);", rf"listen 127.0.0.1:{self.tls_port}\1;"),
            (r"listen \[::\]:.*;", ""),
            (r"server_name .*;", "server_name *.localhost;"),
            (r"ssl_certificate .*;", f"ssl_certificate {self.certificate};"),
            (r"ssl_certificate_key .*;", f"ssl_certificate_key {self.key};"),
            (r"/var/log/nginx/", f"{self.folder}/nginx-"),
        ]
        lines = (DEPLOY / "nginx-yui.conf").read_text().splitlines()
        for index, line in enumerate(lines):
            if not line.endswith("# yours"):
                continue
            for pattern, replacement in changes:
                line = re.sub(pattern, replacement, line)
            if line == lines[index]:
                raise AssertionError(f"nginx-yui.conf:{index + 1} is marked and not known here")
            lines[index] = line
        return "\n".join(lines) + "\n"

    def nginx_configuration(self):
        """What Debian's nginx.conf has around a site, with everything inside this folder."""
        # The workers reach the socket by its group alone, as in a real installation.
        user = f"user www-data {group_name()};" if os.geteuid() == 0 else ""
        temporary = "\n".join(
            f"  {kind}_temp_path {self.folder}/nginx-{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return f"""{user}
worker_processes 1;
daemon off;
pid {self.folder}/nginx.pid;
error_log {self.folder}/nginx-main-error.log;
events {{ worker_connections 768; }}
http {{
{temporary}
  access_log {self.folder}/nginx-main-access.log;
  sendfile on;
  gzip on;
  include {self.folder}/site.conf;
}}
"""

    def nginx_complaints(self):
        """What `nginx -t` has against the shipped site; empty when all is well."""
        done = subprocess.run(
            ["nginx", "-t", "-c", self.folder / "nginx.conf"],
            capture_output=True, text=True, timeout=30)
        # As an ordinary account nginx also says that it cannot open its built-in error log.
        lines = [line for line in done.stderr.splitlines() if "open error log" not in line]
        return [line for line in lines if done.returncode != 0 or "[warn]" in line]

    def start_nginx(self):
        log = self.folder / "nginx-output.log"
        nginx = self.start(["nginx", "-c", self.folder / "nginx.conf"], log)
        wait_for("nginx to listen", lambda: accepts(self.tls_port), nginx, log)

    def nginx_logs(self):
        return {path.name: path.read_text() for path in self.folder.glob("nginx-*.log")}

    # Both

    def start(self, command, log):
        with log.open("wb") as output:
            process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, umask=0o077)
        self.processes.append(process)
        return process


def group_name():
    import grp
    return grp.getgrgid(os.getegid()).gr_name


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def accepts(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def wait_for(what, condition, process, log=None, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        said = f": {log.read_text()[-1000:].strip()}" if log else ""
        if process.poll() is not None:
            raise AssertionError(f"waiting for {what}, it ended with {process.returncode}{said}")
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what}{said}")
        time.sleep(0.02)
