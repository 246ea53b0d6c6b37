"""The API as a Python program calls it.

Python's resolver does not know names under localhost: the connection goes to 127.0.0.1, and the
name stands in `Host`.
"""

import http.client
import json


class API:
    """A tenant's API, with a token or without."""

    def __init__(self, demo, tenant, token=None):
        self.demo, self.tenant, self.token = demo, tenant, token

    def call(self, method, path, document=None):
        """Returns status, media type and content of an answer."""
        headers = {"Host": f"{self.tenant}.localhost:{self.demo.port}"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = None
        if document is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(document)
        connection = http.client.HTTPConnection("127.0.0.1", self.demo.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            kind = (answer.getheader("Content-Type") or "").partition(";")[0]
            return answer.status, kind, answer.read(), answer.headers
        finally:
            connection.close()

    def get(self, path):
        """Returns the document at a path."""
        status, kind, content, _ = self.call("GET", path)
        assert (status, kind) == (200, "application/json"), (status, content)
        return json.loads(content)
