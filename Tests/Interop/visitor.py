"""Somebody who looks at a demo, as staff or not."""

import http.client
import json
import time
import urllib.parse
from typing import NamedTuple


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict
    text: str


# The server keeps a connection that nobody uses for 75 seconds.
MOST_IDLE = 30


class Visitor:
    """A kept connection to a demo's sites, and the cookie of the one where it has signed in."""

    def __init__(self, demo):
        self.demo = demo
        self.cookies = {}
        self.connection = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=30)
        self.last_use = time.monotonic()

    def send(self, method, host, path, body=None, **headers):
        """Asks a tenant's site, or the hub's where the host is empty."""
        # Python's resolver does not know names under localhost.
        name = f"{host and host + '.'}localhost:{self.demo.port}"
        if host in self.cookies:
            headers["Cookie"] = self.cookies[host]
        if time.monotonic() - self.last_use > MOST_IDLE:
            self.connection.close()
        self.connection.request(
            method, path, body, {"Host": name, "Origin": f"http://{name}", **headers})
        answer = self.connection.getresponse()
        self.last_use = time.monotonic()
        headers = {key.lower(): value for key, value in answer.getheaders()}
        return Answer(answer.status, headers, answer.read().decode())

    def get(self, host, path, **headers):
        return self.send("GET", host, path, **headers)

    def post(self, host, path, **fields):
        """Sends a form."""
        return self.send(
            "POST", host, path, urllib.parse.urlencode(fields),
            **{"Content-Type": "application/x-www-form-urlencoded"})

    def post_json(self, host, path, document):
        return self.send(
            "POST", host, path, json.dumps(document), **{"Content-Type": "application/json"})

    def sign_in(self, host):
        """Signs in as the demo's administrator."""
        answer = self.post(
            host, "/staff/login", email=self.demo.email, password=self.demo.password)
        assert answer.status == 303, answer.text
        self.cookies[host] = answer.headers["set-cookie"].partition(";")[0]
