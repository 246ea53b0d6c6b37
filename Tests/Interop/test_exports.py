"""What is exported is read by other programs as it was meant."""

import csv
import io
import json

RESPONSES = [
    ["general-counter", "5", "time;attitude", '改行\nと"引用符"と,コンマ', "counter", "window-1", "ja",
     "2026-04-01T00:00:00Z"],
    ["general-counter", "1", "", "😀 ﾊﾝｶｸ", "web", "", "en", "2025-12-31T23:59:59.999Z"],
    ["general-counter", "3", "", "=SUM(A1:A9)", "web", "", "ja", "2026-01-01T00:00:00Z"],
]


def test_python_reads_the_exported_csv_as_it_was_imported(demo, tmp_path):
    tenant = "131041-csv"
    demo.yui("tenant", "create", tenant)
    services = tmp_path / "services.csv"
    services.write_text(
        "slug,kind,name_ja\ngeneral-counter,counter,総合窓口\n", encoding="utf-8")
    demo.yui("import", "review-services", services, "--tenant", tenant)
    sent = tmp_path / "responses.csv"
    with sent.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["service", "score", "reasons", "comment", "channel", "place", "language", "at"])
        writer.writerows(RESPONSES)
    demo.yui("import", "review-responses", sent, "--tenant", tenant)

    exported = demo.yui("export", "review-responses", "--tenant", tenant)
    rows = list(csv.DictReader(io.StringIO(exported.removeprefix("\ufeff"), newline="")))
    assert sorted(row.pop("id") for row in rows)
    assert {row.pop("question_set") for row in rows} == {"short/1"}
    assert {row.pop(name) for row in rows for name in ("goal", "ease", "clarity", "nps", "ending")} == {""}
    found = sorted(list(row.values()) for row in rows)
    # A cell that a spreadsheet would take for a formula gets an apostrophe in front; reasons
    # without a side take that of their score.
    said = {"=SUM(A1:A9)": "'=SUM(A1:A9)", "time;attitude": "positive:time;positive:attitude"}
    wanted = [[said.get(cell, cell) for cell in row] for row in RESPONSES]
    assert found == sorted(wanted)

    document = json.loads(
        demo.yui("export", "review-responses", "--tenant", tenant, "--format", "json"))
    assert len(document) == len(RESPONSES)


def test_the_published_survey_is_exported_as_published(demo):
    exported = demo.yui("export", "review-tallies", "--tenant", demo.TOKYO)
    rows = list(csv.reader(io.StringIO(exported.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["service", "score", "responses", "month"]
    counts = {int(score): int(responses) for _, score, responses, _ in rows[1:]}
    assert counts == {1: 3557, 2: 7274, 3: 7209, 4: 1712, 5: 344}
