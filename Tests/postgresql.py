"""The PostgreSQL server that `Tests/with-postgres` starts, by PostgreSQL's own client."""

import csv
import io
import json
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
        """Returns the rows of a query, each value in the type that it has in the database."""
        text = run(
            self.url, f"SET search_path = {schema}",
            f"SELECT to_json(found) FROM ({query}) AS found")
        return [
            json.loads(row, object_pairs_hook=lambda columns: tuple(
                value(text) for _, text in columns))
            for row, in csv.reader(io.StringIO(text, newline=""))]


def value(told):
    """A value as JSON tells it: bytes are text there."""
    is_bytes = isinstance(told, str) and told.startswith("\\x")
    return bytes.fromhex(told[2:]) if is_bytes else told


def run(url, *statements):
    """Runs statements, which must succeed; returns the rows they yield as CSV."""
    commands = [f"--command={statement}" for statement in statements]
    done = subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "--csv", "--tuples-only", "--set=ON_ERROR_STOP=1",
         *commands, url], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
