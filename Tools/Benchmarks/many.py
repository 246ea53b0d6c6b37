"""What many responses cost: to import, on pages, in the inbox."""

import datetime
import itertools
import json
import random
import re
import statistics
import subprocess
import threading
import time
import urllib.parse

from figures import EMAIL, PASSWORD, Figure
from servers import Client, processor_times, settle

FEW_TENANT, MANY_TENANT = "131041", "131059"
SERVICES = 50
COMMENTED = 0.2

SENTENCES = [
    "窓口の説明がとても分かりやすかったです。", "待ち時間が長く感じました。", "保育園の申請がオンラインでできて助かりました。",
    "職員の対応が丁寧でした。", "書類の書き方が難しい。", "案内表示が見つけにくい。", "駐車場が狭い。",
    "手続が早く終わりました。", "Thank you for the kind help.", "予約の仕組みが便利です。",
]
RARE = "天体望遠鏡"


def write_responses(path, rows, seed=7):
    """A file in the order of time, as systems export it; one comment in 20,000 holds a rare word."""
    source = random.Random(seed)
    reasons = ["explanation", "attitude", "procedure", "time", "privacy", "guidance"]
    start = datetime.datetime(2024, 4, 1)
    step = datetime.timedelta(days=730) / rows
    with open(path, "w", encoding="utf-8") as file:
        file.write("service,score,reasons,comment,channel,place,language,at\n")
        for row in range(rows):
            comment = ""
            if source.random() < COMMENTED:
                comment = "".join(source.sample(SENTENCES, source.randrange(1, 4)))
                if source.random() < 1 / 4_000:
                    comment += f"{RARE}の貸出しもあるとよい。"
            file.write(
                f"counter-{source.randrange(SERVICES) + 1},{source.choice('1233444555')},"
                f"{';'.join(source.sample(reasons, source.randrange(3)))},{comment},"
                f"{source.choice(['web', 'counter', 'kiosk'])},window-{source.randrange(9)},"
                f"{source.choice(['ja', 'ja', 'ja', 'en'])},"
                f"{(start + row * step).isoformat(timespec='seconds')}+09:00\n")


def prepare(yui, folder, few):
    """Two tenants with the same services, one with few responses to each of them."""
    services = folder / "services.csv"
    services.write_text("slug,kind,name_ja\n" + "".join(
        f"counter-{number},counter,窓口{number}\n" for number in range(1, SERVICES + 1)))
    for tenant in (FEW_TENANT, MANY_TENANT):
        yui.run("tenant", "create", tenant)
        yui.run("import", "review-services", services, "--tenant", tenant)
        yui.add_staff(tenant, EMAIL, PASSWORD)
    responses = folder / "few.csv"
    write_responses(responses, few * SERVICES)
    # As many to each, so that no page is empty.
    turn = itertools.cycle(range(1, SERVICES + 1))
    responses.write_text(
        re.sub(r"counter-\d+,", lambda _: f"counter-{next(turn)},", responses.read_text()))
    yui.run("import", "review-responses", responses, "--tenant", FEW_TENANT)


def run_import(yui, path, dataset="review-responses"):
    """Imports a file; returns the seconds, and the processor's."""
    start = time.monotonic()
    process = subprocess.Popen(
        [yui.binary, "import", dataset, path, "--tenant", MANY_TENANT,
         "--data", yui.data], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=yui.environment)
    before = resources()
    _, errors = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"yui import: {errors.strip()}")
    return time.monotonic() - start, resources() - before


def resources():
    """What ended children have used of the processor."""
    return sum(processor_times("self")[2:])


def importing(yui, folder, rows):
    """A new file, and the same again."""
    path = folder / "many.csv"
    write_responses(path, rows)
    found = []
    for words, target in (("imported, new", "≥ 50,000 /s"), ("imported again, nothing new", "")):
        seconds, used = run_import(yui, path)
        rate = rows / seconds
        found.append(Figure(f"{rows:,} responses {words}", rate, "/s", rate,
                            "" if yui.environment["YUI_STORE"] else target))
        found.append(Figure("  processor time of a row, Yui", used / rows * 1e6, "µs", 0))
    return found


def indexing(yui, server, rows):
    """Until every comment can be found."""
    client = Staff(server, MANY_TENANT)
    start = time.monotonic()
    # The page tells as long as comments wait for the index.
    while "検索の索引" in client.get("/staff/reviews/responses").decode():
        time.sleep(0.5)
    seconds = time.monotonic() - start
    settle(server.processor_seconds, limit=60)
    return [Figure("  text index behind it, which makes way", rows * COMMENTED / seconds, "/s", 0)]


class Staff(Client):
    """Somebody who is signed in."""

    def __init__(self, server, tenant):
        super().__init__(server, tenant)
        body = urllib.parse.urlencode({"email": EMAIL, "password": PASSWORD})
        answer = self.send("POST", "/staff/login", body, {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"})
        cookie = answer.getheader("Set-Cookie")
        if answer.status != 303 or not cookie:
            raise RuntimeError(f"signing in at {tenant}: status {answer.status}")
        self.cookie = cookie.split(";")[0]

    def get(self, path, expected=200, **headers):
        return super().get(path, expected, Cookie=self.cookie, **headers)

    def times(self, path, count):
        """Milliseconds of so many requests, the first ones left out."""
        found = []
        for number in range(count + 3):
            start = time.perf_counter()
            self.get(path)
            found.append((time.perf_counter() - start) * 1000)
        return sorted(found[3:])


def p99(times):
    return times[min(len(times) - 1, int(len(times) * 0.99))]


def pages(yui, server, few, rows):
    """Pages about one service and about all, for staff, whom no cache answers."""
    found = []
    small, large = Staff(server, FEW_TENANT), Staff(server, MANY_TENANT)
    for name, path in (
        ("results page", "/reviews/counter-1"), ("services", "/reviews"),
        ("overview for staff", "/staff/reviews/overview"),
        ("statistics", "/api/reviews/services/counter-1/statistics"),
    ):
        many, one = large.times(path, 200), small.times(path, 200)
        median = statistics.median
        found.append(Figure(
            f"{name} with {rows:,}", median(many), "ms", median(many) / median(one), "≤ 2.00",
            median(one), f"with {few} each"))
    return found


def inbox(server):
    """Filters of the inbox, with words that many hold, few, and nobody."""
    client = Staff(server, MANY_TENANT)
    found = []
    for words, text in (
        ("no word", ""), ("a common word", "窓口"), ("two common words", "窓口 職員"),
        ("a rare word", RARE), ("an unknown word", "存在しない言葉"),
    ):
        for filters, query in (
            ("", {}), (", a service", {"topic": "counter-7"}), (", a score", {"rank": "1"}),
            (", service and score", {"topic": "counter-7", "rank": "1"}),
            (", a person", {"assignee": "nobody"}), (", a tag", {"tag": "急ぎ"}),
            (", a state", {"state": "new"}), (", a state nobody is in", {"state": "answered"}),
        ):
            path = "/staff/reviews?" + urllib.parse.urlencode({"q": text, **query})
            worst = p99(client.times(path, 100))
            found.append(Figure(
                f"inbox, p99: {words}{filters}", worst, "ms", worst,
                "≤ 50" if text else ""))
    return found


def beside_writers(yui, server, folder, rows):
    """The longest that somebody waits who sends a response while a file is imported."""
    path = folder / "more.csv"
    write_responses(path, rows, seed=11)
    return writing_beside(server, lambda: run_import(yui, path))


def writing_beside(server, work):
    """The longest that somebody waits who sends a response while something else is done."""
    waits, ends = [], threading.Event()

    def submit():
        client = Client(server, MANY_TENANT)
        body = json.dumps({"score": 4}).encode()
        while not ends.is_set():
            start = time.perf_counter()
            answer = client.send(
                "POST", "/api/reviews/services/counter-1/responses", body,
                {"Content-Type": "application/json"})
            waits.append((time.perf_counter() - start) * 1000)
            if answer.status != 201:
                waits.append(float("inf"))
            time.sleep(0.02)

    writer = threading.Thread(target=submit)
    writer.start()
    try:
        work()
    finally:
        ends.set()
        writer.join()
    return [
        Figure(f"a write beside an import, of {len(waits):,} the longest", max(waits), "ms",
               max(waits), "≤ 2000"),
        Figure("  median", statistics.median(waits), "ms", 0),
    ]
