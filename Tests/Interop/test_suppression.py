"""Nobody can work out from everything that is published what fewer than ten people said.

The attacker keeps every answer of the API, every file and every page, knows how many responses came
at each step, for which month, and that each has one score; and solves the equations. A count of fewer
than ten respondents is told if it is a linear combination of what was published.
"""

import csv
import datetime
import html
import io
import random
import re
import time

import numpy
import pytest

from api import API
from visitor import Visitor

LEAST = 10
STEPS = 70
SCORES = range(1, 6)
SERVICE = "/api/reviews/services/desk/statistics"
TENANT = "131041-attack"
UNDATED = None


class Attacker:
    """Everything that was published, as equations over who gave which score."""

    def __init__(self, months):
        self.months = months
        self.rows = []

    @property
    def size(self):
        return len(self.months) * len(SCORES)

    def cell(self, members, scores=SCORES, weigh=lambda score: 1):
        """The unknowns of some respondents and scores; each is 1 if they gave it."""
        row = numpy.zeros(self.size)
        for member in members:
            for score in scores:
                row[member * len(SCORES) + score - 1] = weigh(score)
        return row

    def learn(self, members, distribution, mean):
        """Takes what is said of a group: how many, how many of each score, their mean."""
        self.rows.append(self.cell(members))
        if distribution:
            self.rows += [self.cell(members, [score]) for score in SCORES]
        if mean:
            self.rows.append(self.cell(members, weigh=lambda score: score))

    def unknown(self):
        """A basis of what stays open: a cell is told only if it has no part in it."""
        each_has_one = [self.cell([member]) for member in range(len(self.months))]
        known = numpy.array(self.rows + each_has_one)
        _, values, directions = numpy.linalg.svd(known, full_matrices=True)
        rank = int((values > 1e-8).sum())
        return directions[rank:]


def released(answer, arrivals, attacker):
    """Learns from an answer of the API which of the arrivals it tells of."""
    count = answer["responses"]
    if count is None:
        assert answer["suppressed"] and not any(
            answer[key] for key in ("distribution", "mean", "topTwoShare", "nps", "byMonth"))
        return
    if count == 0:
        return
    told = arrivals[:count]
    assert count >= LEAST
    truth = [sum(score == wanted for _, score in told) for wanted in SCORES]
    assert [answer["distribution"][str(score)] for score in SCORES] == truth
    members = range(count)
    attacker.learn(members, True, True)
    groups = [
        (month["month"], month["month"], month["responses"], month["mean"])
        for month in answer["byMonth"] if month["responses"]]
    groups += [
        (period["from"], period["through"], period["responses"], period["mean"])
        for period in answer["periods"]]
    for first, last, responses, mean in groups:
        inside = [
            member for member in members
            if arrivals[member][0] is not UNDATED and first <= arrivals[member][0] <= last]
        assert responses == len(inside) >= LEAST, (first, last)
        scores = [arrivals[member][1] for member in inside]
        assert mean == pytest.approx(sum(scores) / len(scores))
        attacker.learn(inside, False, True)


def same_in_file(answer, rows):
    """The published file tells nothing that the API does not."""
    total, *spans = [row for row in rows if row["service"] == "desk"]
    assert total["responses"] == ("" if answer["responses"] is None else str(answer["responses"]))
    for score in SCORES:
        told = answer["distribution"] and str(answer["distribution"][str(score)])
        assert total[f"score_{score}"] == (told or "")
    told = {(month["month"], month["month"], month["responses"]) for month in answer["byMonth"]
            if month["responses"] is not None}
    told |= {(period["from"], period["through"], period["responses"])
             for period in answer["periods"]}
    assert {(row["from_month"], row["to_month"], int(row["responses"])) for row in spans} == told


def same_on_page(answer, page):
    """The page tells no number of responses that the API does not."""
    told = {answer["responses"], 0} | set((answer["distribution"] or {}).values())
    told |= {month["responses"] for month in answer["byMonth"]}
    told |= {period["responses"] for period in answer["periods"]}
    told |= {reason["responses"] for reason in answer["reasons"] or []}
    told |= {answer["offered"], answer["answered"]}
    cells = re.findall(r'<td class="is-number">([^<]*)</td>', page)
    numbers = [html.unescape(cell).replace(",", "") for cell in cells]
    assert {int(number) for number in numbers if number.isdigit()} <= told


def settled(api, responses):
    """The API's answer once the server has seen what another process wrote."""
    for _ in range(100):
        answer = api.get(SERVICE)
        if str(answer["responses"] if answer["responses"] is not None else "") == responses:
            break
        time.sleep(0.1)
    return answer


@pytest.mark.parametrize("seed", [4, 10])
def test_nobody_can_tell_what_fewer_than_ten_said(demo, tmp_path, seed):
    chance = random.Random(seed)
    tenant = f"{TENANT}-{seed}"
    demo.yui("tenant", "create", tenant)
    services = tmp_path / "services.csv"
    services.write_text("slug,kind,name_ja\ndesk,counter,窓口\n", encoding="utf-8")
    demo.yui("import", "review-services", services, "--tenant", tenant)
    api, visitor = API(demo, tenant), Visitor(demo)
    now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9)))
    months = ["2025-11", "2025-12", "2026-01", "2026-02", UNDATED]

    arrivals, answers = [], []
    for step in range(STEPS):
        batch = [
            (chance.choice(months), chance.choices(SCORES, [1, 1, 2, 4, 4])[0])
            for _ in range(chance.choice([1, 1, 2, 3, 4, 12]))]
        if chance.random() < 0.5:
            batch = [(f"{now:%Y-%m}", score) for _, score in batch[:2]]
            for _, score in batch:
                status, *_ = api.call(
                    "POST", SERVICE.replace("statistics", "responses"), {"score": score})
                assert status == 201
        else:
            file = tmp_path / f"{step}.csv"
            with file.open("w", encoding="utf-8", newline="") as rows:
                writer = csv.writer(rows)
                writer.writerow(["service", "score", "at", "place"])
                for number, (month, score) in enumerate(batch):
                    day = f"{month}-{chance.randint(1, 28):02}" if month else ""
                    writer.writerow(["desk", score, day, f"step-{step}-{number}"])
            demo.yui("import", "review-responses", file, "--tenant", tenant)
        arrivals += batch
        status, _, content, _ = api.call("GET", "/open-data/review-statistics.csv")
        assert status == 200
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        answer = settled(api, rows[0]["responses"])
        answers.append(answer)
        same_in_file(answer, rows)
        same_on_page(answer, visitor.get(tenant, "/reviews/desk").text)

    attacker = Attacker([month for month, _ in arrivals])
    for answer in answers:
        released(answer, arrivals, attacker)
    assert len(attacker.rows) > 50, "something was published"
    open_questions = attacker.unknown().reshape(-1, len(arrivals), len(SCORES))

    def told(members):
        """The scores of which it is told how often the members gave them."""
        part = open_questions[:, members, :].sum(axis=1)
        return numpy.abs(part).max(axis=0) < 1e-7

    # What was published is told: the test would see a leak.
    assert told(range(answers[-1]["responses"])).all()
    # Those who came one after the other in any stretch, all of them or those of one month.
    for first, (month, _) in enumerate(arrivals):
        same = [member for member in range(first, len(arrivals)) if arrivals[member][0] == month]
        for size in range(1, LEAST):
            for group in (range(first, min(first + size, len(arrivals))), same[:size]):
                assert not told(list(group)).any(), (first, group)
