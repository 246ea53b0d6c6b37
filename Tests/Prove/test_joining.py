"""A visitor joins through the files made of a profile, from the access point to the home realm.

`eapol_test` is the access point and the phone; FreeRADIUS and radsecproxy run with our files, the
program that finds servers asks a DNS of our own, and another FreeRADIUS is the identity provider.
Everything listens on loopback, on free ports.
"""

import os
import pathlib
import re
import socket
import subprocess
import time

import pytest

import identity_provider
from openroaming import certificate, files, freeradius, radsecproxy, run

DIG = """#!/bin/sh
case "$*" in
  *"NAPTR example.org") echo '10 10 "s" "aaa+auth:radius.tls.tcp" "" _radiustls._tcp.example.org.' ;;
  *"SRV _radiustls._tcp.example.org.") echo "0 0 PORT localhost." ;;
esac
"""
PHONE = """
network={
  key_mgmt=WPA-EAP
  eap=TTLS
  anonymous_identity="anonymous@REALM"
  identity="alice@example.org"
  password="PASSWORD"
  phase2="auth=MSCHAPV2"
  ca_cert="FOLDER/radius.example.org.pem"
  domain_match="radius.example.org"
}
"""


def free_port(kind):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port, table):
    """Whether somebody does on loopback or everywhere, by the kernel's table."""
    lines = pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    return any(line.split()[1].endswith(f":{port:04X}") for line in lines)


class Chain:
    """All programs between a phone and its realm."""

    def __init__(self, folder, front_end):
        self.folder, self.running = folder, []
        made = files(front_end=front_end, access_points="127.0.0.0/8")
        self.port, proxy, home = (free_port(kind) for kind in (
            socket.SOCK_DGRAM, socket.SOCK_DGRAM, socket.SOCK_STREAM))
        self.secret = "ap secret" if front_end == "freeradius" else "proxysecret"
        try:
            self.start_home(home)
            self.start_proxy(made, home, proxy if front_end == "freeradius" else self.port)
            if front_end == "freeradius":
                self.start_front(made, proxy)
        except BaseException:
            self.stop()
            raise

    def start_home(self, port):
        certificate(self.folder, "localhost")
        certificate(self.folder, "radius.example.org")
        site = identity_provider.SITE.replace("PORT", str(port))
        home = freeradius(
            self.folder / "home", site.replace("FOLDER", str(self.folder)),
            modules={"always", "attr_filter", "expr", "mschap", "preprocess"})
        for name, text in [("eap", identity_provider.EAP), ("seen", identity_provider.LOG)]:
            (home / "mods-enabled" / name).write_text(text.replace("FOLDER", str(self.folder)))
        with (home / "dictionary").open("a") as dictionary:
            dictionary.write(identity_provider.DICTIONARY)
        self.start("freeradius", "-f", "-l", "stdout", "-d", home)
        self.wait(lambda: listens(port, "tcp"))

    def start_proxy(self, made, home, port):
        configuration = re.sub(r"(?m)^ListenUDP \S+:1813$", "", made["radsecproxy.conf"])
        configuration, count = re.subn(
            r"(?m)^ListenUDP \S+$", f"ListenUDP 127.0.0.1:{port}", configuration)
        assert count == 1
        path = radsecproxy(self.folder, configuration, lookup=made["openroaming-lookup"])
        (self.folder / "bin").mkdir()
        (self.folder / "bin/dig").write_text(DIG.replace("PORT", str(home)))
        (self.folder / "bin/dig").chmod(0o755)
        self.start(
            "radsecproxy", "-f", "-d", "4", "-c", path,
            env={"PATH": f"{self.folder}/bin:{os.environ['PATH']}"})
        self.wait(lambda: listens(port, "udp"))

    def start_front(self, made, proxy):
        site = made["freeradius-openroaming"].replace("port = 11812", f"port = {proxy}")
        site = site.replace("port = 1812", f"port = {self.port}").replace("ipaddr = *", "ipaddr = 127.0.0.1")
        site = site.replace("port = 1813", f"port = {free_port(socket.SOCK_DGRAM)}")
        front = freeradius(self.folder / "front", site)
        (front / "openroaming-secrets.conf").write_text(
            "openroaming_access_point_secret = 'ap secret'\nopenroaming_proxy_secret = 'proxysecret'\n")
        self.start("freeradius", "-f", "-l", "stdout", "-d", front)
        self.wait(lambda: listens(self.port, "udp"))

    def start(self, *command, env=None):
        log = self.folder / f"{len(self.running)}-{command[0]}.log"
        with log.open("w") as out:
            self.running.append(subprocess.Popen(
                [str(word) for word in command], stdout=out, stderr=subprocess.STDOUT,
                env=os.environ | (env or {})))

    def wait(self, is_ready):
        end = time.monotonic() + 30
        while not is_ready():
            assert self.running[-1].poll() is None, self.logs()
            assert time.monotonic() < end, self.logs()
            time.sleep(0.05)

    def join(self, password="correct horse", realm="example.org", seconds=20, *words):
        """Lets a phone join; exit code and what eapol_test said."""
        phone = self.folder / "phone.conf"
        phone.write_text(
            PHONE.replace("REALM", realm).replace("PASSWORD", password)
            .replace("FOLDER", str(self.folder)))
        return run(
            "eapol_test", "-c", phone, "-a", "127.0.0.1", "-p", self.port, "-s", self.secret, "-t",
            seconds, *words)

    def seen(self):
        """What the identity provider noted of each answer."""
        log = self.folder / "seen"
        return log.read_text().splitlines() if log.exists() else []

    def logs(self):
        return "\n".join(
            f"=== {log.name}\n{log.read_text(errors='replace')}"
            for log in sorted(self.folder.glob("*.log")))

    def stop(self):
        for process in reversed(self.running):
            process.terminate()
        for process in self.running:
            process.wait(timeout=20)


@pytest.fixture(params=["freeradius", "radsecproxy"])
def chain(request, tmp_path):
    running = Chain(tmp_path, request.param)
    yield running
    running.stop()


ACCEPTED = "Access-Accept anonymous@example.org 4CITY.EXAMPLE:JP (1) OpenRoaming Bronze"


def test_a_visitor_joins_and_the_home_realm_knows_where(chain):
    code, said = chain.join()
    assert (code, said.splitlines()[-1]) == (0, "SUCCESS"), said[-2000:] + chain.logs()
    assert chain.seen() == [ACCEPTED]


def test_who_has_the_wrong_password_does_not_join(chain):
    code, said = chain.join(password="wrong")
    assert (code, said.splitlines()[-1]) == (252, "FAILURE"), said[-2000:] + chain.logs()
    assert chain.seen() == [ACCEPTED.replace("Accept", "Reject")]


def test_an_access_point_cannot_claim_to_be_another_operator(chain):
    code, _ = chain.join("correct horse", "example.org", 20, "-N", "126:s:4EVIL:XX")
    assert code == 0, chain.logs()
    assert chain.seen() == [ACCEPTED]


def test_who_has_no_realm_is_turned_away_at_the_door(chain):
    for realm in ["nowhere", "a..b."]:
        code, _ = chain.join(realm=realm, seconds=5)
        assert code != 0
    assert chain.seen() == []


def test_an_unknown_realm_ends_in_silence_and_the_next_visitor_joins(chain):
    assert chain.join(realm="unknown.example.net", seconds=5)[0] != 0
    assert chain.join()[0] == 0, chain.logs()
    assert chain.seen() == [ACCEPTED]
