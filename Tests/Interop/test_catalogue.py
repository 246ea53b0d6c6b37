"""The catalogue of open data is one to the programs that harvest catalogues."""

import json

import ckanapi
import pytest
import rdflib
import rdflib.compare
import requests
from rdflib.namespace import DCAT, DCTERMS, RDF

from visitor import Visitor

TABLES = [
    "assets", "public-wireless-lan", "review-comments", "review-services", "review-statistics",
    "wifi-sites"]
PLACES = {"assets", "public-wireless-lan", "wifi-sites"}


@pytest.fixture
def session(demo):
    session = requests.Session()
    # Python's resolver does not know names under localhost.
    session.headers["Host"] = f"{demo.TENANT}.localhost:{demo.port}"
    return session


@pytest.fixture
def ckan(demo, session):
    return ckanapi.RemoteCKAN(f"http://127.0.0.1:{demo.port}", session=session)


def graph(demo, form):
    answer = Visitor(demo).get(demo.TENANT, f"/open-data/catalog.{form}")
    assert answer.status == 200
    return rdflib.Graph().parse(
        data=answer.text, format={"jsonld": "json-ld", "ttl": "turtle"}[form])


def test_json_ld_and_turtle_are_the_same_catalogue(demo):
    turtle, linked = graph(demo, "ttl"), graph(demo, "jsonld")
    assert rdflib.compare.isomorphic(turtle, linked)
    catalogue, = turtle.subjects(RDF.type, DCAT.Catalog)
    datasets = set(turtle.objects(catalogue, DCAT.dataset))
    assert {str(turtle.value(dataset, DCTERMS.identifier)) for dataset in datasets} == set(TABLES)
    for dataset in datasets:
        assert {title.language for title in turtle.objects(dataset, DCTERMS.title)} == {"ja", "en"}
        assert turtle.value(dataset, DCTERMS.license) and turtle.value(dataset, DCTERMS.publisher)
        files = 4 if str(turtle.value(dataset, DCTERMS.identifier)) in PLACES else 3
        assert len(set(turtle.objects(dataset, DCAT.distribution))) == files


def test_every_distribution_can_be_fetched_and_is_what_it_says(demo, session):
    catalogue = graph(demo, "ttl")
    for file in catalogue.subjects(RDF.type, DCAT.Distribution):
        address = str(catalogue.value(file, DCAT.downloadURL))
        path = "/" + address.split("/", 3)[3]
        answer = session.get(f"http://127.0.0.1:{demo.port}{path}", timeout=30)
        assert answer.status_code == 200 and answer.content
        media_type = answer.headers["content-type"].partition(";")[0]
        assert str(catalogue.value(file, DCAT.mediaType)).endswith(media_type)


def test_ckanapi_reads_the_tenant(ckan):
    assert ckan.action.package_list() == TABLES
    package = ckan.action.package_show(id="review-services")
    assert [resource["format"] for resource in package["resources"]] == ["CSV", "JSON", "Excel"]
    assert ckan.action.package_search(q="評価", rows=1)["count"] >= 2
    assert ckan.call_action("organization_list") == [f"t{131041}"]
    assert ckan.action.site_read() is True
    with pytest.raises(ckanapi.NotFound):
        ckan.action.package_show(id="nothing")
    with pytest.raises(ckanapi.ValidationError):
        ckan.action.package_show()
    with pytest.raises(ckanapi.CKANAPIError):
        ckan.action.package_create(name="x")


def test_all_packages_come_at_once(ckan):
    packages = ckan.action.current_package_list_with_resources()
    assert [package["name"] for package in packages] == TABLES
    assert json.dumps(packages)
