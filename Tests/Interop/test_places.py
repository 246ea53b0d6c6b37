"""What lies on the map is read by other people's programs, page by page."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import urllib.parse

import geojson
import pytest
import requests
from frictionless import Resource, Schema, validate
from geojson_pydantic import FeatureCollection
from geojson_validator import validate_geometries, validate_structure
from owslib.ogcapi.features import Features

import resolver.sitecustomize  # noqa: F401  (names under localhost)

COLLECTION = "wifi-sites"

# The older layout of standard dataset 07 in its order (the Digital Agency's recommended dataset).
OLDER = [
    "都道府県コード又は市区町村コード", "NO", "都道府県名", "市区町村名", "名称", "名称_カナ", "名称_英語", "住所",
    "方書", "緯度", "経度", "設置者", "電話番号", "内線番号", "SSID", "提供エリア", "URL", "備考"]
NEWER = ["全国地方公共団体コード", "ID", "地方公共団体名", "名称", "名称_カナ", "名称_英字"]


@pytest.fixture
def site(demo):
    return f"http://{demo.TENANT}.localhost:{demo.port}"


@pytest.fixture
def downloaded(site):
    return requests.get(f"{site}/open-data/{COLLECTION}.geojson", timeout=30).json()


def test_gdal_reads_every_feature_page_by_page(site, downloaded, tmp_path):
    described = subprocess.run(
        ["ogrinfo", "-ro", "-al", "-so", "--config", "OGR_OAPIF_PAGE_SIZE", "7",
         f"OAPIF:{site}/ogc"], capture_output=True, text=True, check=True).stdout
    assert f"Layer name: {COLLECTION}" in described
    assert "Geometry: Point" in described or "Geometry: Unknown" in described
    assert f"Feature Count: {len(downloaded['features'])}" in described
    copied = tmp_path / "copied.geojson"
    subprocess.run(
        ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "-oo", "PAGE_SIZE=7", copied,
         f"OAPIF:{site}/ogc/collections/{COLLECTION}"], check=True)
    features = json.loads(copied.read_text())["features"]
    assert len(features) == len(downloaded["features"]) > 20
    names = [feature["properties"]["名称"] for feature in downloaded["features"]]
    assert sorted(feature["properties"]["名称"] for feature in features) == sorted(names)


def test_owslib_reads_the_collection(site, downloaded):
    service = Features(f"{site}/ogc")
    conformance = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
    assert {conformance + name for name in ["core", "geojson", "oas30", "html"]} <= set(
        service.conformance()["conformsTo"])
    assert COLLECTION in service.feature_collections()
    total = len(downloaded["features"])
    first = service.collection_items(COLLECTION, limit=7)
    assert first["numberMatched"] == total and first["numberReturned"] == 7
    seen, page = [], first
    while True:
        seen += [feature["id"] for feature in page["features"]]
        links = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not links:
            break
        page = requests.get(links[0], timeout=30).json()
        assert page["numberMatched"] == total
    assert len(seen) == len(set(seen)) == total
    one = service.collection_item(COLLECTION, seen[3])
    assert one["id"] == seen[3] and one["geometry"] == first["features"][3]["geometry"]


def test_a_box_holds_what_lies_in_it_and_nothing_else(site, downloaded):
    places = {
        feature["id"]: feature["geometry"]["coordinates"]
        for feature in downloaded["features"] if feature["geometry"]}
    west, south, east, north = 139.695, 35.685, 139.71, 35.70
    inside = {
        id for id, (longitude, latitude, *_) in places.items()
        if west <= longitude <= east and south <= latitude <= north}
    assert 0 < len(inside) < len(places)
    found = Features(f"{site}/ogc").collection_items(
        COLLECTION, bbox=[west, south, east, north], limit=1000)
    without = {feature["id"] for feature in downloaded["features"] if not feature["geometry"]}
    assert {feature["id"] for feature in found["features"]} == inside | without
    assert found["numberMatched"] == len(inside | without)


@pytest.mark.parametrize("query", [
    "unknown=1", "limit=0", "limit=x", "bbox=1,2,3", "bbox=140,36,139,35", "datetime=yesterday",
    "bbox=west,1,2,3"])
def test_a_parameter_that_is_unknown_or_wrong_is_refused(site, query):
    answer = requests.get(f"{site}/ogc/collections/{COLLECTION}/items?{query}", timeout=30)
    assert answer.status_code == 400
    assert urllib.parse.urlsplit("?" + query).query.partition("=")[0] in answer.text


def test_validators_of_geojson_find_nothing(downloaded):
    read = geojson.loads(json.dumps(downloaded))
    assert read.is_valid and not read.errors()
    FeatureCollection.model_validate(downloaded)
    assert not validate_structure(downloaded)
    assert not validate_geometries(downloaded)["invalid"]
    assert "crs" not in downloaded


@pytest.mark.parametrize("name, columns", [(COLLECTION, OLDER), ("public-wireless-lan", NEWER)])
def test_frictionless_finds_nothing_in_the_tables(site, tmp_path, name, columns):
    answer = requests.get(f"{site}/open-data/{name}.csv", timeout=30)
    path = tmp_path / f"{name}.csv"
    path.write_bytes(answer.content)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert header[:len(columns)] == columns
    kinds = {"緯度": "number", "経度": "number", "NO": "integer", "verified_on": "date"}
    schema = Schema.from_descriptor({
        "fields": [{"name": column, "type": kinds.get(column, "string")} for column in header]})
    report = validate(Resource(path=path.name, basepath=str(tmp_path), schema=schema))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_ckanapi_dumps_the_catalogue(site, tmp_path):
    dump = tmp_path / "datasets.jsonl"
    programs = pathlib.Path(sys.executable).parent
    resolver = pathlib.Path(__file__).parent / "resolver"
    subprocess.run(
        [programs / "ckanapi", "dump", "datasets", "--all", "-r", site, "-O", dump], check=True,
        env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(resolver)})
    datasets = [json.loads(line) for line in dump.read_text().splitlines()]
    places, = (dataset for dataset in datasets if dataset["name"] == COLLECTION)
    formats = {resource["format"] for resource in places["resources"]}
    assert formats == {"CSV", "JSON", "Excel", "GeoJSON"}
