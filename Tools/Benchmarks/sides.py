"""The figures of Yui on PostgreSQL, each taken by turns with the same on files."""

from figures import (
    EMAIL, PASSWORD, SCOPE, SURVEY_TENANT, Figure, SignIns, in_turn, responses)
from load import wrk
from servers import Client, host, settle


class Side:
    """Yui on one engine."""

    def __init__(self, yui, cluster=None):
        self.yui = yui
        self.cluster = cluster

    def make_demo(self):
        """Makes the demo and the logins for it; returns the seconds that the demo took."""
        seconds = self.yui.make_demo()
        self.other = next(tenant for tenant in self.yui.tenants() if tenant != SURVEY_TENANT)
        self.tokens = {
            tenant: self.yui.token(tenant, SCOPE) for tenant in (SURVEY_TENANT, self.other)}
        self.yui.add_staff(SURVEY_TENANT, EMAIL, PASSWORD)
        return seconds

    def start(self):
        self.server = self.yui.start()
        return self.server

    def load(self, tenant, path, connections, seconds, **options):
        """Loads a path of a tenant as a program with a token."""
        headers = {"Host": host(tenant), "Authorization": f"Bearer {self.tokens[tenant]}"}
        headers |= options.pop("headers", {})
        return wrk(self.server.url(path), connections, seconds, headers, **options)

    def processor_seconds(self):
        """What Yui and the database's server have used."""
        return [
            self.server.processor_seconds(),
            self.cluster.processor_seconds() if self.cluster else 0]

    def settle(self):
        settle(lambda: sum(self.processor_seconds()))


class Meter:
    """A load of a side as a function that gives its rate, and what the requests cost."""

    def __init__(self, side, load):
        self.side, self.load = side, load
        self.requests, self.seconds = 0, [0, 0]

    def __call__(self):
        before = self.side.processor_seconds()
        round = self.load(self.side)
        self.side.settle()
        after = self.side.processor_seconds()
        self.requests += round.requests
        self.seconds = [sum + now - then for sum, now, then in zip(self.seconds, after, before)]
        return round.rate

    @property
    def microseconds(self):
        """The processor time of a request, in Yui and in the database's server."""
        return [seconds / self.requests * 1e6 for seconds in self.seconds]


def beside(name, unit, mine, theirs):
    return Figure(name, mine, unit, mine / theirs, reference=theirs, reference_name="files")


def rates(name, what, server, files, load, rounds):
    """The rates of a load on both sides, and the processor time it takes."""
    meters = [Meter(side, load) for side in (server, files)]
    found = [beside(name, "/s", *in_turn(*meters, rounds))]
    (yui, database), (alone, _) = (meter.microseconds for meter in meters)
    found.append(beside(f"  processor time of {what}, Yui", "µs", yui, alone))
    found.append(Figure("  and PostgreSQL", database, "µs", 0))
    return found


def demo(server, files):
    """The demo's data made, for 63 tenants."""
    return [beside("demo data made", "s", server.make_demo(), files.make_demo())]


def results_page(server, files):
    """A results page unchanged since the last request."""
    path = f"/reviews/{Client(files.server, SURVEY_TENANT).service()}"
    found = []
    for name, encoding in (("plain", "identity"), ("gzip", "gzip")):
        sizes = [
            len(Client(side.server, SURVEY_TENANT).get(path, Accept_Encoding=encoding))
            for side in (server, files)]
        if sizes[0] != sizes[1]:
            raise RuntimeError(f"the page has {sizes[0]} bytes on PostgreSQL, {sizes[1]} on files")

        def load(side):
            return wrk(
                side.server.url(path), 64, 3,
                {"Host": host(SURVEY_TENANT), "Accept-Encoding": encoding}, least_bytes=sizes[0])

        found += rates(
            f"results page, {name}, {sizes[0] / 1000:.1f} kB", "a page", server, files, load, 2)
    return found


def durable_writes(server, files):
    """Responses submitted and on disk."""
    clients = [Client(side.server, side.other) for side in (server, files)]
    service = clients[0].service("open")
    path = f"/api/reviews/services/{service}/responses"
    answered = {server: 0, files: 0}

    def stored():
        return [
            responses(client, service, side.tokens[side.other])
            for client, side in zip(clients, answered)]

    def load(side):
        round = side.load(
            side.other, path, 256, 4, script="submit.lua",
            headers={"Content-Type": "application/json"})
        answered[side] += round.requests
        return round

    before = stored()
    found = rates("responses submitted, on disk", "a response", server, files, load, 3)
    for count, had, sent in zip(stored(), before, answered.values()):
        if count - had < sent:
            raise RuntimeError(f"{sent} responses were answered with success, {count - had} are there")
    return found


def reads_beside_sign_ins(server, files):
    """The 99th percentile of an uncached read, alone and while six clients sign in."""
    path = f"/api/reviews/services/{Client(files.server, SURVEY_TENANT).service()}/statistics"

    def read(side, connections):
        return side.load(SURVEY_TENANT, path, connections, 3)

    def read_beside(side, connections):
        with SignIns(side.server, 6) as sign_ins:
            round = read(side, connections)
        sign_ins.require_success()
        return round

    found = rates(
        "uncached reads, 16 connections", "a read", server, files, lambda side: read(side, 16), 2)
    for connections in (4, 16):
        for words, load in (("alone", read), ("beside 6 sign-ins", read_beside)):
            name = f"p99 of reads ({connections} connections) {words}"
            found.append(beside(name, "ms", *in_turn(
                lambda: load(server, connections).p99, lambda: load(files, connections).p99, 2)))
    return found


def bare_inserts(cluster, folder):
    """What the cluster commits of such rows without Yui."""
    cluster.make_table()
    found = []
    for words, clients, rows in (("one a commit, 8 clients", 8, 1), ("60 a commit", 1, 60)):
        found.append(Figure(
            f"bare inserts by pgbench, {words}", cluster.insert(folder / "script", clients, rows),
            "/s", 0))
    return found
