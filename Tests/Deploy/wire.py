"""Requests as bytes on a socket, so that also the ones no client library would send can be sent."""

import http.client
import socket
import ssl
import time
from typing import NamedTuple


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Web:
    """The web server under test, on loopback."""

    def __init__(self, plain_port, tls_port, certificate):
        self.plain_port = plain_port
        self.tls_port = tls_port
        self.certificate = certificate

    def connect(self, host, protocol="http/1.1", timeout=10):
        """Opens a verified TLS connection that names this host."""
        context = ssl.create_default_context(cafile=self.certificate)
        context.set_alpn_protocols([protocol])
        plain = socket.create_connection(("127.0.0.1", self.tls_port), timeout)
        return context.wrap_socket(plain, server_hostname=host)

    def authority(self, host):
        return f"{host}:{self.tls_port}"

    def ask(self, host, path, method="GET", headers=(), body=b""):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.authority(host)}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers]
        if body or method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        with self.connect(host) as connection:
            connection.sendall("\r\n".join(lines + ["", ""]).encode() + body)
            return read_answer(connection, method)

    def ask_plainly(self, host, path):
        """Asks without TLS."""
        with socket.create_connection(("127.0.0.1", self.plain_port), 10) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            return read_answer(connection, "GET")

    def send_raw(self, host, request):
        """Sends these bytes and returns everything that comes back until the connection closes."""
        received = b""
        with self.connect(host, timeout=5) as connection:
            connection.sendall(request)
            try:
                while chunk := connection.recv(65536):
                    received += chunk
            except TimeoutError:
                received += b"(the connection stayed open)"
        return received

    def status_over_http2(self, host, path="/"):
        """The status of a GET over HTTP/2, where it is one of HPACK's static table (RFC 7541)."""
        authority, path = self.authority(host).encode(), path.encode()
        fields = (
            b"\x82\x87"  # :method GET, :scheme https
            + b"\x04" + bytes([len(path)]) + path
            + b"\x01" + bytes([len(authority)]) + authority
        )
        with self.connect(host, "h2") as connection:
            if connection.selected_alpn_protocol() != "h2":
                raise AssertionError("HTTP/2 was not offered")
            connection.sendall(
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                + b"\0\0\0\x04\0\0\0\0\0"  # SETTINGS, none
                + len(fields).to_bytes(3, "big") + b"\x01\x05\0\0\0\x01" + fields
            )
            stream = connection.makefile("rb")
            while head := stream.read(9):
                payload = stream.read(int.from_bytes(head[:3], "big"))
                if head[3] == 1:
                    statuses = dict(zip(range(0x88, 0x8F), (200, 204, 206, 304, 400, 404, 500)))
                    return statuses.get(payload[0])
        return None

    def seconds_until_drip_is_closed(self, host, limit):
        """How long a client may send one header byte a second before it is cut off."""
        start = time.monotonic()
        with self.connect(host, timeout=1) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nX-Drip: ")
            while (elapsed := time.monotonic() - start) < limit:
                try:
                    connection.sendall(b"a")
                    if connection.recv(4096) == b"":
                        return elapsed
                except TimeoutError:
                    continue
                except OSError:
                    return elapsed
        return elapsed


def read_answer(connection, method):
    response = http.client.HTTPResponse(connection, method=method)
    response.begin()
    return Answer(response.status, response.headers, response.read())
