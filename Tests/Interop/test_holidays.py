"""Our public holidays are those that another program works out from the same law."""

import os
import pathlib
import subprocess

import holidays

from yui_demo import REPOSITORY

ANSWERS = pathlib.Path(os.environ.get("HOLIDAY_ANSWERS", REPOSITORY / ".build/debug/holiday-answers"))
FIRST, LAST = 2000, 2050


def test_every_holiday_of_half_a_century_is_one_and_no_other_day_is():
    done = subprocess.run(
        [ANSWERS, str(FIRST), str(LAST)], capture_output=True, text=True, check=True)
    ours = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    theirs = {
        day.isoformat(): name
        for day, name in holidays.Japan(years=range(FIRST, LAST + 1), language="ja").items()}
    assert sorted(ours) == sorted(theirs)
    for day, name in theirs.items():
        # What the law names. The other program says "振替休日" of every added day and adds which
        # holiday a moved one is; it calls the two days of 2019 otherwise.
        if "休日" in name or day in ("2019-05-01", "2019-10-22"):
            continue
        assert ours[day] == name, day
