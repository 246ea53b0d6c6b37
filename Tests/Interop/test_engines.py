"""What Yui serves is the same, byte for byte, whichever engine keeps the data."""

import itertools
import time
import urllib.parse

import pytest

from likeness import Likeness
from yui_demo import Demo

TENANT, TOKYO = Demo.TENANT, Demo.TOKYO

SERVICES = """slug,kind,name_ja,name_en,department,status,url
,counter,B窓口,Upper,,open,
,counter,b窓口,,総務課,open,
,contract,あ窓口,,,closed,https://example.jp/?a=1&b=%E3%81%82
ties,procedure,結の手続,Ties,市民課,open,
"""
TALLIES = """service,score,responses,month
新しい窓口,5,30,
新しい窓口,1,3,2026-04
結の手続,3,12,2025-12
"""

# What databases sort, fold and search each in their own way.
COMMENTS = [
    "保育園の申込み窓口が混んでいました。", "ﾏﾄﾞｸﾞﾁの案内が分かりにくい", "窓口", "まどぐち", "マドグチ",
    "ＷｉＦｉがつながらない", "WIFI works, wifi is fine", "100%満足", "a_b と a%b",
    "It's \"quoted\" \\ here", "Straße, İstanbul", "か\u3099ぎぐ 結合", "👨‍👩‍👧‍👦 絵文字🎉",
    "行の\n途中で\n改行", "  前後の空白  ", "ー長音ー", "𠮷野家",
]
WORDS = [
    "", "窓口", "保育", "待ち時間", "まどぐち", "ﾏﾄﾞｸﾞﾁ", "wifi", "WiFi", "の", "%", "_", "a_b", "'", '"', "\\",
    "strasse", "istanbul", "がぎぐ", "🎉", "ー", "𠮷", "窓口 保育", "窓口 無い語", "0", "・", "職員 書類",
]


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    likeness = Likeness(tmp_path_factory.mktemp)
    for visitor in likeness.staff:
        fill(visitor.demo, visitor)
    yield likeness
    likeness.stop()


def fill(demo, visitor):
    """What happens at a tenant before it is looked at."""
    for dataset, text in (("review-services", SERVICES), ("review-tallies", TALLIES)):
        file = demo.data.parent / f"{dataset}.csv"
        file.write_text(text, encoding="utf-8")
        demo.yui("import", dataset, file, "--tenant", TENANT)
    for number, comment in enumerate(COMMENTS):
        answer = visitor.post_json(
            TENANT, "/api/reviews/services/ties/responses",
            {"score": number % 5 + 1, "comment": comment, "reasons": ["time"], "place": "窓口1"})
        assert answer.status == 201, answer.text
        time.sleep(0.002)  # The inbox has the newest first, to the millisecond.
    until(
        lambda: not demo.rows(TENANT, "SELECT id FROM reviews_comments_queue LIMIT 1"),
        "the comments were not indexed")
    until(
        lambda: demo.rows(TENANT, "SELECT service FROM reviews_alarms LIMIT 1"),
        "nobody noticed that a share fell")


def until(happened, complaint):
    """Waits for what a task does."""
    for _ in range(1200):
        if happened():
            return
        time.sleep(0.1)
    raise AssertionError(complaint)


def test_everybody_sees_the_same(both):
    seen = both.walk(both.anybody, "", "/")
    assert len({place.partition("/")[0] for place in seen}) == 64, "the hub and 63 tenants"
    assert f"{TOKYO}/reviews/staff-survey-2020" in seen
    assert f"{TENANT}/reviews/ties/form?lang=en" in seen


def test_staff_see_the_same(both):
    seen = both.walk(both.staff, TENANT, "/staff")
    for page in ("accounts", "audit", "reviews", "reviews/import/review-responses/export"):
        assert f"{TENANT}/staff/{page}" in seen


def test_the_inbox_finds_the_same(both):
    found = set()
    for words, service, score, days in itertools.product(
            WORDS, ("", "general-counter", "ties"), ("", "1", "5"),
            ({}, {"from": "2026-01-01", "to": "2026-06-30"})):
        query = urllib.parse.urlencode({"q": words, "service": service, "score": score, **days})
        one, _ = both.ask(both.staff, "get", (TENANT, f"/staff/reviews/responses?{query}"))
        found.add(one.text.count('class="resource"'))
    assert {0, 1, 50} <= found


@pytest.mark.parametrize("path", [
    "openapi.json", "reviews/services", "reviews/services?limit=2", "reviews/services/ties",
    "reviews/services?limit=2&after=counter-1", "reviews/services/ties/statistics",
    "reviews/services/nothing", "reviews/services?limit=0",
])
@pytest.mark.parametrize("host", [TENANT, TOKYO])
def test_programs_read_the_same(both, host, path):
    both.ask(both.anybody, "get", (host, f"/api/{path}"))
    both.ask(both.staff, "get", (host, f"/api/{path}"))


@pytest.mark.parametrize("format", ["csv", "json"])
@pytest.mark.parametrize("dataset", ["review-services", "review-tallies", "review-responses"])
def test_the_same_is_exported(both, dataset, format):
    one, other = (
        both.masked(demo.yui("export", dataset, "--tenant", TENANT, "--format", format))
        for demo in both.demos)
    assert one == other
    assert "ties" in one or "結の手続" in one


def test_the_same_is_refused(both):
    both.ask(both.anybody, "get", (TENANT, "/nothing/here"))
    both.ask(both.anybody, "get", (TENANT, "/staff/reviews"))
    both.ask(both.anybody, "get", ("999999", "/"))
    both.ask(both.staff, "get", (TENANT, "/staff/reviews/responses?from=2026-02-30"))
    form = (TENANT, "/reviews/ties/form")
    both.ask(both.anybody, "post", form, score="", comment="あ" * 1001)
    both.ask(both.anybody, "post", form, score="3", comment="\0")
    both.ask(both.anybody, "post", (TOKYO, "/reviews/staff-survey-2020/form"), score="3")
    both.ask(
        both.anybody, "post_json", (TENANT, "/api/reviews/services/ties/responses"),
        document={"score": 9, "comment": "\0"})
    both.ask(both.anybody, "post", (TENANT, "/staff/login"), email="a@example.jp", password="b")
