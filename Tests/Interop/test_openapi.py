"""The OpenAPI document is valid, and what the API answers is what the document says."""

import json

import jsonschema
import openapi_spec_validator
import pytest
from api import API
from yui_demo import yui


@pytest.fixture(scope="module")
def token(demo):
    """A token that may read everything."""
    return demo.yui("token", "create", "--tenant", demo.TENANT, "--scope", "reviews:read",
                    "--name", "interop").strip()


@pytest.fixture(scope="module")
def document(demo):
    """The document as a tenant serves it."""
    return API(demo, demo.TENANT).get("/api/openapi.json")


@pytest.fixture(scope="module")
def response_path(demo):
    """The address of a response that was just sent."""
    path = "/api/reviews/services/general-counter/responses"
    status, _, content, headers = API(demo, demo.TENANT).call(
        "POST", path, {"score": 4, "reasons": ["time"], "comment": "早い", "channel": "kiosk"})
    assert status == 201, content
    assert headers["Location"] == f"{path}/{json.loads(content)['id']}"
    return headers["Location"]


def schema_of(document, path, method, status):
    """The schema of an answer, with the document's components at hand."""
    answer = document["paths"][path][method]["responses"][status]
    while "$ref" in answer:
        answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    (media_type, content), = answer["content"].items()
    return media_type, {**content["schema"], "components": document.get("components", {})}


def check(instance, schema):
    """Validates with formats such as date-time and uuid."""
    jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER).validate(instance)


def test_the_document_is_valid_openapi_3_1(document):
    assert document["openapi"].startswith("3.1.")
    openapi_spec_validator.validate(document)


def test_the_command_prints_a_valid_document_with_the_same_paths(document):
    printed = json.loads(yui("openapi"))
    openapi_spec_validator.validate(printed)
    assert printed["paths"] == document["paths"]


def test_every_operation_names_its_tag_and_its_parameters(document):
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            declared = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
            assert declared == {part[1:-1] for part in path.split("/") if part.startswith("{")}
            assert operation["tags"] and operation["summary"], (method, path)


@pytest.mark.parametrize("service", ["general-counter", "library-card"])
@pytest.mark.parametrize("with_token", [False, True])
def test_every_documented_get_answers_with_what_its_schema_says(
        demo, token, document, response_path, service, with_token):
    response = response_path.rpartition("/")[2]
    places = {
        module: API(demo, demo.TENANT).get(f"/api/{module}/{kind}?limit=1")["items"][0]["id"]
        for module, kind in [("wifi", "sites"), ("assets", "assets")]}
    calls = 0
    for path, operations in document["paths"].items():
        if "get" not in operations:
            continue
        api = API(demo, demo.TENANT, token if with_token else None)
        is_response = path.endswith("/responses/{id}")
        place = places.get(path.split("/")[2])
        # Numbers that are asked for count the entries of the ledger, of which there are some.
        needed = [p for p in operations["get"].get("parameters", [])
                  if p["in"] == "query" and p["required"]]
        status, kind, content, _ = api.call("GET", path.format(
            slug=service, id=response if is_response else place, action="package_list")
            + "".join(f"{'&' if at else '?'}{p['name']}={p['schema'].get('minimum', 1)}"
                      for at, p in enumerate(needed)))
        if is_response and (service != "general-counter" or not with_token):
            assert status in (401, 404), content
            assert kind == "application/problem+json"
            continue
        media_type, schema = schema_of(document, path, "get", "200")
        assert (status, kind) == (200, media_type), content
        check(json.loads(content) if media_type.endswith("json") else content.decode(), schema)
        calls += 1
    assert calls >= 3


def test_suppressed_statistics_fit_the_schema_too(demo, document):
    api = API(demo, demo.TOKYO)
    path = "/api/reviews/services/{slug}/statistics"
    _, schema = schema_of(document, path, "get", "200")
    check(api.get(path.format(slug="staff-survey-2020")), schema)
    services = demo.data.parent / "few.csv"
    services.write_text("slug,kind,name_ja\nfew,counter,少数の窓口\n", encoding="utf-8")
    demo.yui("import", "review-services", services, "--tenant", demo.TOKYO)
    api.call("POST", "/api/reviews/services/few/responses", {"score": 1})
    statistics = api.get(path.format(slug="few"))
    check(statistics, schema)
    assert statistics["suppressed"] is True
    assert statistics["responses"] is None and statistics["mean"] is None


def test_lists_are_read_page_by_page(demo):
    api = API(demo, demo.TENANT)
    whole = api.get("/api/reviews/services")
    assert whole["next"] is None
    found, after = [], ""
    while after is not None:
        page = api.get(f"/api/reviews/services?limit=1&after={after}")
        assert len(page["items"]) <= 1
        found += page["items"]
        after = page["next"]
    assert found == whole["items"]


@pytest.mark.parametrize("sent", [
    {}, {"score": 0}, {"score": 6}, {"score": 5.5}, {"score": "5"}, {"score": None},
    {"score": 5, "comment": "あ" * 1001}, {"score": 5, "reasons": ["x"] * 11},
    {"score": 5, "reasons": "time"}, {"score": 5, "channel": "pigeon"}, [], "5", 5,
])
def test_what_the_schema_refuses_the_server_refuses_with_a_problem_document(demo, document, sent):
    path = "/api/reviews/services/{slug}/responses"
    operation = document["paths"][path]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    schema = {**schema, "components": document.get("components", {})}
    assert not jsonschema.Draft202012Validator(schema).is_valid(sent)
    status, kind, content, _ = API(demo, demo.TENANT).call(
        "POST", path.format(slug="general-counter"), sent)
    assert (status, kind) == (422, "application/problem+json"), content
    problem = json.loads(content)
    assert problem["status"] == status and problem["title"]
    _, problem_schema = schema_of(document, path, "post", "422")
    check(problem, problem_schema)
