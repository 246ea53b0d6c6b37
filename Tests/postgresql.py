"""The PostgreSQL server that `Tests/with-postgres` starts, by PostgreSQL's own client."""

import csv
import io
import os
import re
import secrets
import subprocess


class Database:
    """A new database, which goes with its server."""

    def __init__(self):
        server = os.environ.get("YUI_TEST_POSTGRES")
        assert server, "there is no PostgreSQL server: run Tests/with-postgres COMMAND"
        name = f"yui_{secrets.token_hex(6)}"
        run(server, f"CREATE DATABASE {name}")
        self.url = re.sub(r"/\w+(?=\?|$)", f"/{name}", server)

    def rows(self, schema, query):
        """Returns the rows of a query: bytes as such, every other value as text."""
        text = run(self.url, f"SET search_path = {schema}", query)
        return [
            [bytes.fromhex(value[2:]) if value.startswith("\\x") else value for value in row]
            for row in csv.reader(io.StringIO(text, newline=""))]


def run(url, *statements):
    """Runs statements, which must succeed; returns the rows they yield as CSV."""
    commands = [f"--command={statement}" for statement in statements]
    done = subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "--csv", "--tuples-only", "--set=ON_ERROR_STOP=1",
         *commands, url], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
