"""Plays power cuts on what recorder.c saw: replay.py LOG FOLDER [--forget-syncs all|log]

At a power cut a file holds what was written before its last sync for certain; of what came later it
holds nothing, some writes, or some sectors of them. Each such state is opened as SQLite would after
the restart, and must be whole: integrity, every answered write, pairs of rows both or none.
"--forget-syncs" takes syncs for not done, all or those of the write-ahead log: then losses must show,
or the play proves nothing.
"""
import argparse
import os
import random
import sqlite3
import struct
import sys
import tempfile

CUTS, SECTOR = 150, 512


def events(log):
    with open(log, "rb") as file:
        while head := file.read(3):
            kind, length = chr(head[0]), struct.unpack("<H", head[1:])[0]
            path = file.read(length).decode()
            offset, size = struct.unpack("<QI", file.read(12))
            yield kind, path, offset, file.read(size)


class Disk:
    """One file as it is for certain, and what was done to it since its last sync."""

    def __init__(self, content=b""):
        self.content, self.pending = bytearray(content), []

    def sync(self):
        for step in self.pending:
            apply(self.content, *step)
        self.pending = []

    def after(self, how, chance):
        content = bytearray(self.content)
        for offset, data in self.pending:
            if data is None or how == "all" or (how == "some" and chance.random() < 0.5):
                apply(content, offset, data)
            elif how == "sectors":
                for start in range(0, len(data), SECTOR):
                    if chance.random() < 0.5:
                        apply(content, offset + start, data[start : start + SECTOR])
        return content


def apply(content, offset, data):
    if data is None:
        del content[offset:]
    else:
        if len(content) < offset:
            content.extend(bytes(offset - len(content)))
        content[offset : offset + len(data)] = data


def verdict(disks, how, chance, answered):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for name, disk in disks.items():
            if not name.endswith("-shm") and name != "answers":
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(disk.after(how, chance))
        try:
            database = sqlite3.connect(os.path.join(folder, "tenant.sqlite"))
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return "damaged"
            present = {row[0] for row in database.execute("SELECT id FROM notes")}
            database.close()
        except sqlite3.DatabaseError:
            return "damaged"
        if any(-id not in present for id in present):
            return "torn"
        return "lost" if not answered <= present else "whole"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("log")
    parser.add_argument("folder", help="the files as they were before the recording")
    parser.add_argument("--forget-syncs", choices=["all", "log"])
    options = parser.parse_args()
    chance = random.Random(1)
    recorded = list(events(options.log))
    cuts = set(chance.sample(range(len(recorded)), min(CUTS, len(recorded))))
    disks = {}
    for name in os.listdir(options.folder):
        with open(os.path.join(options.folder, name), "rb") as file:
            disks[name] = Disk(file.read())
    found = {"whole": 0, "lost": 0, "torn": 0, "damaged": 0}
    answered, line = set(), b""
    for index, (kind, path, offset, data) in enumerate(recorded):
        name = os.path.basename(path)
        disk = disks.setdefault(name, Disk())
        if kind == "w" and name == "answers":
            line += data
            *whole, line = line.split(b"\n")
            answered |= {int(text) for text in whole}
        elif kind == "w":
            disk.pending.append((offset, data))
        elif kind == "t":
            disk.pending.append((offset, None))
        elif kind == "u":
            del disks[name]
        elif kind == "s":
            forgotten = options.forget_syncs == "all" or (
                options.forget_syncs == "log" and name.endswith("-wal"))
            if not forgotten:
                disk.sync()
        if index in cuts:
            for how in ["none", "some", "sectors", "all"]:
                found[verdict(disks, how, chance, answered)] += 1
    print(", ".join(f"{count} {name}" for name, count in found.items()), f"({len(answered)} answered)")
    sound = found["whole"] == sum(found.values()) and len(answered) > 0
    sys.exit(0 if sound else 1)


main()
