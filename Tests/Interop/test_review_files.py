"""The files of reviews are what the programs they are made for take."""

import csv
import io
import json

import pytest

from visitor import Visitor

EXPORTS = "/staff/reviews/exports"

# GSA Touchpoints, app/views/submissions upload of A-11 v2 forms: these 17, in any order.
DRIVERS = ["effectiveness", "ease", "efficiency", "transparency", "humanity", "employee", "other"]
A11 = {"external_id", "question_1", "question_4"} | {
    f"{polarity}_{driver}" for polarity in ("positive", "negative") for driver in DRIVERS}

# GSA Touchpoints, app/models/cx_collection_detail.rb.
QUARTER = {
    "id", "organization_id", "organization_abbreviation", "organization_name", "cx_collection_id",
    "cx_collection_fiscal_year", "cx_collection_quarter", "cx_collection_name",
    "cx_collection_service_provider_id", "cx_collection_service_provider_name",
    "cx_collection_service_provider_slug", "service_id", "service_name", "transaction_point",
    "channel", "service_stage_id", "service_stage_name", "service_stage_position",
    "service_stage_count", "volume_of_customers", "volume_of_customers_provided_survey_opportunity",
    "volume_of_respondents", "omb_control_number", "survey_type", "survey_title",
    "trust_question_text", "created_at", "updated_at"}

# Formbricks, docs/unify-feedback/feedback-records.mdx.
RECORD = {
    "submission_id", "collected_at", "source_type", "source_id", "source_name", "field_id",
    "field_label", "field_type", "field_group_id", "value_text", "value_number", "value_boolean",
    "value_date", "language", "metadata", "user_id"}
KINDS = {"text", "categorical", "nps", "csat", "ces", "rating", "number", "boolean", "date"}


@pytest.fixture(scope="module")
def staff(demo):
    visitor = Visitor(demo)
    visitor.sign_in(demo.TENANT)
    return visitor


def rows(answer):
    assert answer.status == 200
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))


def test_the_upload_of_a11_has_its_headers_and_values(demo, staff):
    found = rows(staff.get(demo.TENANT, f"{EXPORTS}/a11.csv"))
    assert found and set(found[0]) == A11 and len(found[0]) == 17
    for row in found:
        assert row["question_1"] in set("12345")
        drivers = {row[name] for name in A11 if name.startswith(("positive", "negative"))}
        assert drivers <= {"0", "1", "null"}
    assert any("1" in row.values() for row in found)


def test_the_quarterly_file_of_a11_has_its_columns_and_a_row_a_service(demo, staff):
    found = rows(staff.get(demo.TENANT, f"{EXPORTS}/a11-quarter.csv"))
    assert set(found[0]) == QUARTER
    known = demo.rows(demo.TENANT, "SELECT slug FROM reviews_services ORDER BY slug")
    assert [row["service_id"] for row in found] == [slug for slug, in known]
    for row in found:
        assert int(row["volume_of_respondents"]) <= int(
            row["volume_of_customers_provided_survey_opportunity"])
        assert row["omb_control_number"] == row["volume_of_customers"] == ""
    assert staff.get(demo.TENANT, f"{EXPORTS}/a11-quarter.csv?quarter=5").status == 400


def test_feedback_records_have_a_row_for_each_answer(demo, staff):
    found = rows(staff.get(demo.TENANT, f"{EXPORTS}/feedback-records.csv"))
    told = json.loads(staff.get(demo.TENANT, f"{EXPORTS}/feedback-records.json").text)
    assert len(found) == len(told)
    keys = {(row["submission_id"], row["field_id"]) for row in found}
    assert len(keys) == len(found), "importing it again changes rows and doubles none"
    for row, record in zip(found, told):
        assert set(row) == set(record) == RECORD
        assert row["field_type"] in KINDS and row["user_id"] == ""
        assert json.loads(record["metadata"])
        values = [record[f"value_{kind}"] for kind in ("text", "number", "boolean", "date")]
        assert sum(value is not None for value in values) == 1
    scores = [record for record in told if record["field_id"] == "score"]
    counted = demo.rows(
        demo.TENANT, "SELECT COUNT(*), SUM(score) FROM reviews_responses WHERE counted = 1")
    assert [(len(scores), sum(record["value_number"] for record in scores))] == counted


def test_a_choice_of_service_and_days_holds_in_every_file(demo, staff):
    query = "?service=general-counter&from=2000-01-01&to=2999-12-31"
    found = rows(staff.get(demo.TENANT, f"{EXPORTS}/responses.csv{query}"))
    assert {row["service"] for row in found} == {"general-counter"}
    assert rows(staff.get(demo.TENANT, f"{EXPORTS}/responses.csv?to=2000-01-01")) == []
    assert staff.get(demo.TENANT, f"{EXPORTS}/responses.csv?from=yesterday").status == 400


def test_every_export_is_recorded(demo, staff):
    staff.get(demo.TENANT, f"{EXPORTS}/statistics.json")
    assert "statistics.json" in staff.get(demo.TENANT, "/staff/audit").text


@pytest.mark.parametrize("name", ["review-services", "review-statistics", "review-comments"])
def test_open_data_say_the_same_in_both_forms(demo, name):
    visitor = Visitor(demo)
    assert f"/open-data/{name}.csv" in visitor.get(demo.TENANT, "/open-data/").text
    found = rows(visitor.get(demo.TENANT, f"/open-data/{name}.csv"))
    told = json.loads(visitor.get(demo.TENANT, f"/open-data/{name}.json").text)
    assert len(found) == len(told)
    for row, record in zip(found, told):
        assert list(row) == list(record)
        for column, value in record.items():
            text = row[column].removeprefix("'")
            if isinstance(value, str):
                assert text == value.removeprefix("'")
            else:
                assert (text == "") if value is None else float(text) == value
