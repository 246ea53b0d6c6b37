"""Somebody looks for Wi-Fi: near where they stand, on the map, by words."""

import re
import time

import pytest
from playwright.sync_api import expect

OFFICE = {"latitude": 35.693889, "longitude": 139.703611}


def names(page):
    return page.locator(".resource__title").all_inner_texts()


@pytest.fixture
def searchable(demo):
    """The index of words has caught up with the demo's places."""
    for _ in range(600):
        if not demo.rows(demo.TENANT, "SELECT id FROM wifi_words_queue LIMIT 1"):
            return
        time.sleep(0.1)
    raise AssertionError("the index of words does not catch up")


def test_near_me_lists_the_nearest_first_and_tells_a_rounded_position_only(new_page):
    page = new_page(geolocation=OFFICE, permissions=["geolocation"])
    page.goto("/wifi")
    page.get_by_role("button", name="現在地の近くを探す").click()
    page.wait_for_url("**/wifi?near=35.694%2C139.704")
    assert names(page)[0] == "新宿区本庁舎"
    distances = page.locator(".resource__aside").all_inner_texts()
    metres = [float(text.split()[0]) * (1000 if "km" in text else 1) for text in distances]
    assert metres == sorted(metres) and len(metres) == 30


@pytest.mark.parametrize("language, words", [
    ("ja", "位置を取得できませんでした"), ("en", "Your position could not be found")])
def test_who_keeps_the_position_is_told_what_to_do(new_page, language, words):
    page = new_page()
    page.goto(f"/wifi?lang={language}")
    page.locator("[data-locate] button").click()
    expect(page.locator("[data-locate] [role=status]")).to_contain_text(words)
    assert page.url.endswith(f"/wifi?lang={language}")


def test_a_dot_of_the_map_leads_to_its_place(new_page, searchable):
    page = new_page()
    page.goto("/wifi?q=本庁舎")
    dot = page.locator(".map__point")
    dot.locator("xpath=ancestor::*[name()='svg']").scroll_into_view_if_needed()
    # A line without length has no box that could be clicked, only round ends.
    spot = dot.evaluate("""(path) => {
      const [x, y] = path.getAttribute("d").match(/[-\\d.]+/g).map(Number);
      const spot = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
      return [spot.x, spot.y];
    }""")
    page.mouse.click(*spot)
    expect(page.get_by_role("heading", level=1)).to_have_text("新宿区本庁舎")


def test_words_and_kind_narrow_the_list_without_a_script(new_page, searchable):
    page = new_page(java_script_enabled=False)
    page.goto("/wifi")
    expect(page.locator("[data-locate]")).to_be_hidden()
    page.get_by_label("施設名・住所・SSID").fill("第1")
    page.get_by_label("施設の種類").select_option(label="図書館")
    page.get_by_role("button", name="探す", exact=True).click()
    assert names(page) == ["新宿区第1図書館"]
    page.get_by_role("link", name="条件を消す").click()
    expect(page).to_have_url(re.compile("/wifi$"))
