"""What YuiStatistics says of random tables is what SciPy and statsmodels say."""

import json
import math
import os
import pathlib
import random
import subprocess

import numpy
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from yui_demo import REPOSITORY

ANSWERS = pathlib.Path(
    os.environ.get("STATISTICS_ANSWERS", REPOSITORY / ".build/debug/statistics-answers"))
TABLES = 2_000
Z = stats.norm.ppf(0.975)


@pytest.fixture(scope="module")
def chance():
    return random.Random(4)


def ask(questions):
    """What our library answers to each question."""
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([ANSWERS], input=asked, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(questions)
    return answers


def shares(chance):
    """Tables of a share: few respondents and many, everybody and nobody among them."""
    for _ in range(TABLES):
        total = chance.choice([1, 2, 5, 10, 30, 100, 1_000, 1_000_000])
        yield [chance.choice([0, total, chance.randint(0, total)]), total]


def levels(chance, count):
    """How often each level was chosen, from a few answers to many, with levels left empty."""
    while True:
        most = chance.choice([1, 3, 10, 100, 5_000])
        counts = [chance.choice([0, chance.randint(0, most)]) for _ in range(count)]
        if sum(counts):
            return counts


def close(ours, theirs, tolerance=1e-9):
    return all(
        math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
        for one, other in zip(ours, theirs, strict=True))


def test_the_interval_of_a_share_is_wilsons(chance):
    tables = list(shares(chance))
    for table, found in zip(tables, ask([{"ask": "wilson", "counts": t} for t in tables])):
        assert close(found, proportion_confint(*table, 0.05, "wilson")), table


def test_the_difference_of_two_shares_is_newcombes(chance):
    tables = list(zip(shares(chance), shares(chance)))
    found = ask([{"ask": "newcombe", "counts": a, "others": b} for a, b in tables])
    for (after, before), answer in zip(tables, found):
        theirs = confint_proportions_2indep(*after, *before, method="newcomb", compare="diff")
        assert close(answer[1:], theirs, 1e-7), (after, before)
        assert close(answer[:1], [after[0] / after[1] - before[0] / before[1]])


def test_the_interval_of_the_mean_is_that_of_the_dirichlet_posterior(chance):
    tables = [levels(chance, 5) for _ in range(TABLES)]
    scores = numpy.arange(1, 6)
    found = ask([{"ask": "mean", "counts": table} for table in tables])
    ranges = ask([{"ask": "meanInterval", "counts": table} for table in tables])
    for table, (mean, deviation), (lower, upper) in zip(tables, found, ranges):
        posterior = stats.dirichlet(numpy.array(table) + 1)
        expected = scores @ posterior.mean()
        assert close([mean], [expected]), table
        assert close([deviation**2], [scores @ posterior.cov() @ scores], 1e-9), table
        plain = scores @ numpy.array(table) / sum(table)
        assert close(
            [lower, upper],
            [min(plain, max(1, expected - Z * deviation)),
             max(plain, min(5, expected + Z * deviation))], 1e-7), table


def test_the_posterior_of_the_mean_is_what_drawing_from_it_gives():
    table = [1, 0, 1, 3, 5]
    drawn = stats.dirichlet(numpy.array(table) + 1).rvs(200_000, random_state=4) @ numpy.arange(1, 6)
    [mean, deviation], [lower, upper] = ask(
        [{"ask": "mean", "counts": table}, {"ask": "meanInterval", "counts": table}])
    assert abs(mean - drawn.mean()) < 0.005 and abs(deviation - drawn.std()) < 0.005
    assert 0.93 < ((lower <= drawn) & (drawn <= upper)).mean() < 0.97


def test_the_net_promoter_score_has_the_adjusted_wald_interval(chance):
    tables = [levels(chance, 11) for _ in range(TABLES)]
    for table, found in zip(tables, ask([{"ask": "nps", "counts": t} for t in tables])):
        promoters, passives, detractors = sum(table[9:]), sum(table[7:9]), sum(table[:7])
        # The moments of the three pseudo-answers added, taken of the values themselves.
        values = numpy.array([1, 0, -1])
        weights = numpy.array([promoters + 0.75, passives + 1.5, detractors + 0.75])
        mean = numpy.average(values, weights=weights)
        error = math.sqrt(
            numpy.average((values - mean) ** 2, weights=weights) / weights.sum())
        score = 100 * (promoters - detractors) / sum(table)
        assert close(
            found,
            [score, min(score, max(-100, 100 * (mean - Z * error))),
             max(score, min(100, 100 * (mean + Z * error)))]), table


def test_before_against_after_is_the_test_of_mann_and_whitney(chance):
    tables = [(levels(chance, size), levels(chance, size))
              for size in (2, 3, 5, 11) for _ in range(TABLES // 4)]
    found = ask([{"ask": "ranks", "counts": a, "others": b} for a, b in tables])
    for (before, after), answer in zip(tables, found):
        old, new = (numpy.repeat(numpy.arange(len(group)), group) for group in (before, after))
        if len(set(old) | set(new)) == 1:
            assert answer[1:] == [1, 0.5]
            continue
        theirs = stats.mannwhitneyu(new, old, alternative="two-sided", method="asymptotic")
        assert close(
            answer, [theirs.statistic, theirs.pvalue, theirs.statistic / len(old) / len(new)],
            1e-8), (before, after)


def test_the_likelihood_ratio_is_that_of_the_table(chance):
    tables = list(zip(shares(chance), shares(chance)))
    found = ask([{"ask": "likelihood", "counts": a, "others": b} for a, b in tables])
    for (part, rest), [answer] in zip(tables, found):
        table = numpy.array([[count, total - count] for count, total in (part, rest)])
        if not table.sum(axis=0).all():
            assert abs(answer) < 1e-6
            continue
        theirs = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        assert close([abs(answer)], [theirs.statistic], 1e-6), table
        more = part[0] / part[1] - rest[0] / rest[1]
        assert abs(answer) < 1e-6 or (answer > 0) == (more > 0)


def test_the_limits_of_a_control_chart_are_three_standard_deviations(chance):
    tables = [(table, chance.randint(1, 500)) for table in shares(chance)]
    found = ask([{"ask": "limits", "counts": t, "others": [n]} for t, n in tables])
    for ((count, total), size), answer in zip(tables, found):
        point = stats.binom(size, count / total)
        assert close(
            answer,
            [max(0, (point.mean() - 3 * point.std()) / size),
             min(1, (point.mean() + 3 * point.std()) / size)], 1e-7)
