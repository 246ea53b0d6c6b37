"""A phone that is held before a poster, as a file, on the screen or on paper, gets to its form."""

import io
import re
import shutil
import urllib.parse

import PIL.Image
import pytest
import zxingcpp
from playwright.sync_api import sync_playwright

from visitor import Visitor

SERVICE = "/staff/reviews/services/general-counter"
PIXELS_PER_MILLIMETRE = 8
PLACES = ["", "hall-3", "long", "odd"]


@pytest.fixture(scope="module")
def staff(demo):
    """An administrator, after places were added: short names, long ones, awkward ones."""
    visitor = Visitor(demo)
    visitor.sign_in(demo.TENANT)
    form = visitor.get(demo.TENANT, f"{SERVICE}/places/new").text
    token = re.search(r'name="_token" value="([^"]+)"', form)[1]
    for code, name in [("hall-3", "3番ホール"), ("long", "長い名前の" * 11), ("odd", "<&\"'> 🏢")]:
        answer = visitor.post(
            demo.TENANT, f"{SERVICE}/places/new", name_ja=name, name_en=f"At {name}",
            channel="counter", code=code, _token=token)
        assert answer.status == 303, answer.text
    return visitor


@pytest.fixture(scope="module")
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def seen(picture):
    """The texts of all symbols in a picture."""
    return sorted(code.text for code in zxingcpp.read_barcodes(PIL.Image.open(io.BytesIO(picture))))


def addresses(demo, staff):
    """Where each place's short address leads, by its code."""
    table = staff.get(demo.TENANT, f"{SERVICE}/places").text
    rows = re.findall(r'name="place" value="([^"]*)".*?href="(/r/[^"]+)"', table, re.DOTALL)
    return {code: demo.address(demo.TENANT, path) for code, path in rows}


@pytest.mark.parametrize("size", ["a4", "a6"])
@pytest.mark.parametrize("code", PLACES)
def test_the_file_is_read_and_leads_to_the_form(demo, staff, page, code, size):
    picture = staff.get(demo.TENANT, f"{SERVICE}/poster.svg?place={code}&size={size}").text
    width = {"a4": 210, "a6": 105}[size]
    page.set_viewport_size(
        {"width": width * PIXELS_PER_MILLIMETRE, "height": round(width * 2**0.5) * PIXELS_PER_MILLIMETRE})
    page.set_content(picture)
    page.evaluate("document.querySelector('svg').setAttribute('width', '100%')")
    page.evaluate("document.querySelector('svg').removeAttribute('height')")
    [address] = seen(page.screenshot())
    assert address == addresses(demo, staff)[code]

    target = staff.get(demo.TENANT, urllib.parse.urlsplit(address).path)
    assert target.status == 303
    where = urllib.parse.urlsplit(target.headers["location"])
    asked = urllib.parse.parse_qs(where.query)
    assert where.path == "/reviews/general-counter/form"
    assert asked == ({"place": [code]} if code else {}) | {"channel": ["counter"]}
    assert staff.get(demo.TENANT, target.headers["location"]).status == 200


@pytest.mark.parametrize("size, sheets", [("a4", 4), ("a6", 4), ("a6x4", 1)])
def test_a_print_job_has_every_poster(demo, staff, page, size, sheets):
    page.context.add_cookies([
        dict(zip(("name", "value"), staff.cookies[demo.TENANT].split("=", 1)),
             url=demo.address(demo.TENANT))])
    page.set_viewport_size({"width": 1600, "height": 1200})
    page.goto(demo.address(
        demo.TENANT, f"{SERVICE}/posters?place=&place=hall-3&place=long&place=odd&size={size}"))
    assert page.locator(".sheet").count() == sheets
    leads_to = addresses(demo, staff)
    wanted = sorted(leads_to[code] for code in PLACES)
    found = [seen(part.screenshot(scale="device")) for part in page.locator(".sheet__part").all()]
    assert sorted(sum(found, [])) == wanted
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == sheets, "nothing but the sheets"
