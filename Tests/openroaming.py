"""The files that are made of a profile, and a workshop in which the real programs take them."""

import json
import os
import pathlib
import re
import shutil
import subprocess

from yui_demo import REPOSITORY

ANSWERS = pathlib.Path(
    os.environ.get("OPENROAMING_ANSWERS", REPOSITORY / ".build/debug/openroaming-answers"))
FREERADIUS = pathlib.Path("/etc/freeradius/3.0")

# A whole profile: a library of a city, which takes visitors of everybody's and its own residents.
WHOLE = {
    "name_ja": "図書館の無線LAN", "name_en": "Wi-Fi of libraries", "ssid": "CITY_OpenRoaming",
    "rcois": "5A03BA0000", "wbaid": "CITY.EXAMPLE:JP", "operator_names": "jpn:例示市\neng:Example City",
    "venue": "1,8", "venue_names": "jpn:中央図書館\neng:Central Library",
    "venue_url": "https://www.city.example.lg.jp/library", "domains": "wifi.city.example.lg.jp",
    "realms": "0,example.org,13[5:6],21[2:4][5:7]", "server_names": "radius.example.org",
    "server": "198.51.100.10", "access_points": "198.51.100.0/24", "front_end": "freeradius",
}


def answers(*questions):
    """What is said of each profile."""
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([ANSWERS], input=asked, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def answer(site=None, **fields):
    """What is said of the whole profile with some fields changed."""
    question = {"form": WHOLE | fields}
    if site:
        question["site"] = {"name": "", "name_en": "", "rcois": []} | site
    [said] = answers(question)
    return said


def files(site=None, **fields):
    """The files of the whole profile with some fields changed."""
    said = answer(site, **fields)
    assert not said["problems"], said["problems"]
    return said["files"]


def values(configuration, key):
    """What a configuration of lines `key=value` says under a key, in order."""
    return [line.split("=", 1)[1] for line in configuration.splitlines() if line.startswith(f"{key}=")]


def certificate(folder, name):
    """A key and a certificate that signs itself, made once in a folder; the paths of both."""
    key, chain = folder / f"{name}.key", folder / f"{name}.pem"
    if chain.exists():
        return key, chain
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", chain,
         "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"],
        check=True, capture_output=True)
    # A server that was started by root may be another account by then.
    key.chmod(0o644)
    return key, chain


def radsecproxy(folder, configuration, lookup="#!/bin/sh\nexit 10\n"):
    """Writes what radsecproxy needs, with every path in a folder; the path of its configuration."""
    key, chain = certificate(folder, "localhost")
    (folder / "clients.secret").write_text("secret proxysecret\n")
    (folder / "lookup").write_text(lookup)
    (folder / "lookup").chmod(0o755)
    for path, ours in {
            "/etc/radsecproxy/certs/wba-roots.pem": chain, "/etc/radsecproxy/certs/chain.pem": chain,
            "/etc/radsecproxy/certs/key.pem": key,
            "/etc/radsecproxy/clients.secret": folder / "clients.secret",
            "/etc/radsecproxy/openroaming-lookup": folder / "lookup"}.items():
        # The first mention of a secret is in the explanation.
        assert path in configuration
        configuration = configuration.replace(path, str(ours))
    (folder / "radsecproxy.conf").write_text(configuration)
    return folder / "radsecproxy.conf"


def freeradius(folder, site, name="openroaming", modules=None):
    """A folder of FreeRADIUS' configuration with one site, and what else it is told to take away."""
    shutil.copytree(FREERADIUS, folder, symlinks=False)
    for path in (folder / "sites-enabled").iterdir():
        path.unlink()
    for path in (folder / "mods-enabled").iterdir():
        if modules is not None and path.name not in modules or modules is None and path.name == "eap":
            path.unlink()
    radiusd = folder / "radiusd.conf"
    text = re.sub(r"(?m)^\s*(user|group) = .*$", "", radiusd.read_text())
    text = re.sub(r"(?m)^logdir = .*$", f"logdir = {folder}/log", text)
    text = re.sub(r"(?m)^run_dir = .*$", f"run_dir = {folder}/run", text)
    radiusd.write_text(text)
    # Debian's own client is 127.0.0.1, with a secret that everybody knows.
    (folder / "clients.conf").write_text("")
    (folder / "log").mkdir()
    (folder / "run").mkdir()
    (folder / "sites-enabled" / name).write_text(site)
    return folder


def run(*command, **options):
    """Runs a program; its exit code and all it said."""
    done = subprocess.run(
        [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", check=False, **options)
    return done.returncode, done.stdout
