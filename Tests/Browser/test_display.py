"""Pages hold under forced colours, in print, with larger text and without movement."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PATHS = ["/", "/reviews", "/reviews/general-counter", "/reviews/general-counter/form"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_forced_colours_leave_everything_usable(new_page, path, scheme):
    page = new_page(forced_colors="active", color_scheme=scheme)
    page.goto(path)
    # Contrast is then the system's, which axe does not know.
    rules = {"runOnly": ["wcag2a", "wcag2aa"], "rules": {"color-contrast": {"enabled": False}}}
    found = Axe().run(page, options=rules)
    assert not found.response["violations"], found.generate_report()
    frames = page.evaluate("""() =>
      [...document.querySelectorAll(".button, .rating__look, .card, .text-box")]
      .map((element) => parseFloat(getComputedStyle(element).borderTopWidth))""")
    assert all(width >= 1 for width in frames), "what has a shape is told by its frame"
    fills = page.evaluate("""() => [...document.querySelectorAll(".chart__bar, .chart__column")]
      .map((bar) => getComputedStyle(bar).fill)""")
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert background not in fills


@pytest.mark.parametrize("path", PATHS)
def test_paper_gets_the_content_without_menus(new_page, path):
    page = new_page()
    page.goto(path)
    page.emulate_media(media="print")
    for part in page.locator(".languages, .site-menu, .skip-link, .button").all():
        expect(part).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_printed_chart_has_its_numbers_with_it(new_page):
    page = new_page()
    page.goto("/reviews/general-counter")
    page.emulate_media(media="print")
    expect(page.locator("figure table").first).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
def test_text_of_twice_the_size_loses_nothing(new_page, path):
    page = new_page(viewport={"width": 640, "height": 900})
    page.goto(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_nothing_moves_for_those_who_ask_for_rest(new_page):
    page = new_page(reduced_motion="reduce")
    page.goto("/reviews/general-counter")
    assert page.evaluate("""() => [...document.querySelectorAll("*")].every((element) =>
      parseFloat(getComputedStyle(element).transitionDuration) < 0.02
      && getComputedStyle(element).animationName === "none")""")


def test_the_table_behind_a_chart_opens_without_script(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/reviews/general-counter")
    table = page.locator("figure table").first
    expect(table).to_be_hidden()
    page.get_by_text("グラフの数値を表で見る").first.click()
    expect(table).to_be_visible()
    expect(table).to_contain_text("満足（4・5）の割合")
