"""Two demos that lived through the same, and what they answer held against each other."""

import datetime
import difflib
import html
import re
import time
import urllib.parse

from visitor import Visitor
from yui_demo import ENGINES, Demo

JAPAN = datetime.timezone(datetime.timedelta(hours=9))

PORT = re.compile(r"(?<=localhost:)\d+")
SECRET = re.compile(
    r'(?<=name="_token" value=")[\w-]+|(?<=name="_stamp" value=")[\w.-]+|\b[0-9a-f]{16}\b')
UUID = re.compile(r"(?:\d{13}\.)?([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
# Codes of places are made by chance, and their pictures hold the port too.
CODE = re.compile(r"(?<=/r/)[0-9a-z]{6}\b|(?<= d=\")M4 4h[^\"]+")
# Workbooks are packed: what was made by chance cannot be masked in them. Of cases, nine will do, and
# of the demo's places with Wi-Fi the first.
# Ledgers have keys and salts of their own.
SKIPPED = re.compile(
    r"\.xlsx$|/cases/\d{2,}|/responses/.+|/poster|/cards?$|/(?:wifi/sites|items)/(?!019d4468-9d80-)"
    r"|/assets/ledger")
LINK = re.compile(r'(?:href|src)="([^"#]+)"')
# What differs between any two answers, and lengths, which differ with what is masked in the text.
PASSING = {"date", "x-request-id", "etag", "content-length", "set-cookie", "location"}


class Likeness:
    """A demo on each engine, with somebody who looks at both at once."""

    def __init__(self, new_folder):
        wait_past_midnight()
        self.began = datetime.datetime.now(datetime.timezone.utc)
        day = self.began.astimezone(JAPAN)
        days = [day, day + datetime.timedelta(days=1)]
        self.minute = re.compile("|".join(
            rf"{day.year}年{day.month}月{day.day}日 \d+:\d\d|{day.day} {day:%B %Y}, \d+:\d\d"
            for day in days))
        self.demos = [Demo(new_folder(engine), engine) for engine in ENGINES]
        self.anybody = [Visitor(demo) for demo in self.demos]
        self.staff = [Visitor(demo) for demo in self.demos]
        for visitor in self.staff:
            visitor.sign_in(Demo.TENANT)

    def stop(self):
        for demo in self.demos:
            demo.stop()

    def masked(self, text):
        """A text without a demo's port, and without what was made by chance since it began."""

        def if_new(made, word, match):
            return word if made >= self.began else match[0]

        def uuid(match):
            seconds = int(match[1] + match[2], 16) / 1000
            return if_new(datetime.datetime.fromtimestamp(seconds, JAPAN), "UUID", match)

        def instant(match):
            return if_new(datetime.datetime.fromisoformat(match[0]), "TIME", match)

        text = CODE.sub("CODE", SECRET.sub("SECRET", PORT.sub("PORT", text)))
        return self.minute.sub("TIME", INSTANT.sub(instant, UUID.sub(uuid, text)))

    def ask(self, visitors, method, *places, **content):
        """Asks both, who must answer alike; returns both answers.

        A place is a host and a path: one for both, or one for each.
        """
        places = places if len(places) > 1 else places * len(visitors)
        answers = [
            getattr(visitor, method)(*place, **content)
            for visitor, place in zip(visitors, places, strict=True)]
        one, other = (self.comparable(answer) for answer in answers)
        difference = difflib.unified_diff(one, other, *ENGINES, lineterm="")
        assert one == other, "\n".join([f"{places}", *difference])
        return answers

    def comparable(self, answer):
        headers = {key: value for key, value in answer.headers.items() if key not in PASSING}
        headers["location"] = self.masked(answer.headers.get("location", ""))
        lines = self.masked(answer.text).replace("><", ">\n<").splitlines()
        return [f"{answer.status}", f"{headers}", *lines]

    def walk(self, visitors, *start):
        """Follows every link from a place; returns the places that were seen."""
        seen, waiting = set(), [(start, start)]
        while waiting:
            places = waiting.pop()
            key = self.masked("".join(places[0]))
            if key in seen:
                continue
            seen.add(key)
            answers = self.ask(visitors, "get", *places)
            assert answers[0].status in (200, 303), places
            waiting += zip(*(
                links(answer, place) for answer, place in zip(answers, places)), strict=True)
        return seen


def links(answer, place):
    """The places that a page leads to on any site of its demo."""
    found = [answer.headers["location"]] if "location" in answer.headers else []
    if answer.headers.get("content-type", "").startswith("text/html"):
        found += LINK.findall(answer.text)
    for link in found:
        address = urllib.parse.urlsplit(
            urllib.parse.urljoin(f"http://{place[0]}.localhost{place[1]}", html.unescape(link)))
        if address.hostname.endswith("localhost") and not SKIPPED.search(address.path):
            host = address.hostname.removesuffix("localhost").removesuffix(".")
            yield host, address.path + (address.query and f"?{address.query}")


def wait_past_midnight(margin=datetime.timedelta(minutes=2)):
    """The samples count back from today, which has to be one day for both."""
    now = datetime.datetime.now(JAPAN)
    if (now + margin).date() > now.date():
        time.sleep(margin.total_seconds())
