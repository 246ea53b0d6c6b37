"""Resolves *.localhost to this machine, as browsers and curl do and Python does not.

Python imports it by itself where its folder is on the path.
"""

import socket

resolve = socket.getaddrinfo


def lookup(host, *rest, **more):
    name = host.decode() if isinstance(host, bytes) else host or ""
    return resolve("127.0.0.1" if name.endswith(".localhost") else host, *rest, **more)


socket.getaddrinfo = lookup
