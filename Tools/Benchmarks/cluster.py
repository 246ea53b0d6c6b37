"""The PostgreSQL server that `Tests/with-postgres --durable` started."""

import os
import pathlib
import re
import subprocess

from servers import processor_times

# The row and the indexes of a response, as in baseline.c.
SCHEMA = """
CREATE TABLE reviews_responses (id TEXT PRIMARY KEY, service TEXT NOT NULL,
  score BIGINT NOT NULL, reasons TEXT NOT NULL, comment TEXT NOT NULL, channel TEXT NOT NULL,
  place TEXT NOT NULL, language TEXT NOT NULL, received_at BIGINT NOT NULL, dated BIGINT NOT NULL);
CREATE INDEX reviews_responses_received ON reviews_responses (received_at, id);
CREATE INDEX reviews_responses_service ON reviews_responses (service, received_at, id);
"""
INSERT = """
\\set score random(1, 5)
INSERT INTO reviews_responses (id, service, score, reasons, comment, channel, place, language,
  received_at, dated) VALUES (CAST(gen_random_uuid() AS TEXT), 'counter-1', :score, 'time',
  '待ち時間が長く、番号の呼び出しが聞き取りにくかったです。', 'web', '', 'ja',
  CAST(EXTRACT(epoch FROM now()) * 1000 AS BIGINT), 1);
"""


class Cluster:
    """A running server."""

    def __init__(self):
        self.url = os.environ["YUI_TEST_POSTGRES"]
        self.data = pathlib.Path(os.environ["YUI_TEST_POSTGRES_DATA"])
        # Beside the server's own folder, which other accounts do not enter.
        self.folder = self.data.parent.parent

    def processor_seconds(self):
        """The processor time of all its processes, those that have ended included."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        seconds = sum(processor_times(postmaster))
        for child in pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split():
            try:
                user, system, *_ = processor_times(child)
                seconds += user + system
            except FileNotFoundError:
                pass  # It has ended meanwhile, and counts with the postmaster's next time.
        return seconds

    def make_table(self):
        """Makes a database with the table for ``insert``."""
        subprocess.run(
            ["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", self.url,
             "--command=CREATE DATABASE bare"], check=True)
        subprocess.run(
            ["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", self.bare,
             f"--command={SCHEMA}"], check=True)

    @property
    def bare(self):
        return re.sub(r"/\w+(?=\?)", "/bare", self.url)

    def insert(self, script, clients, rows, seconds=4):
        """Rows a second that pgbench inserts, with so many in a transaction."""
        text = INSERT if rows == 1 else f"BEGIN;\n{INSERT * rows}COMMIT;\n"
        script.write_text(text)
        done = subprocess.run(
            ["pgbench", "--no-vacuum", "--protocol=prepared", f"--client={clients}",
             f"--jobs={min(clients, 2)}", f"--time={seconds}", f"--file={script}", self.bare],
            capture_output=True, text=True, timeout=seconds + 20)
        found = re.search(r"^tps = ([\d.]+)", done.stdout, re.MULTILINE)
        if done.returncode != 0 or not found:
            raise RuntimeError(f"pgbench: {done.stderr.strip()}")
        return float(found[1]) * rows
