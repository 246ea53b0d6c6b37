"""Every page, at the widths of a phone and of a desk, light and dark, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from catalogue import PHONE, VIEWS
from watched import watch

AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}

# What design systems say of every page; the smallest text is 14 px.
FACTS = """() => {
  const sizes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    // Readings stand small above their words.
    if (element.closest("rt, rp")) continue;
    sizes.push(parseFloat(getComputedStyle(element).fontSize));
  }
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => !heading.closest(".page__alert"))
    .map((heading) => Number(heading.localName[1]));
  return {
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll("h1").length,
    skipped: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
    language: document.documentElement.lang,
    title: document.title,
    smallest: Math.min(...sizes),
    current: document.querySelectorAll(
      "header nav [aria-current=page], .breadcrumbs [aria-current=page]").length,
  };
}"""


def identify(view):
    place, width, scheme, language = view
    return f"{place.name}-{width}-{scheme}-{language}"


@pytest.mark.parametrize("view", VIEWS, ids=identify)
def test_page(view, demo, long_lived_pages, screenshots):
    place, width, scheme, language = view
    page = long_lived_pages[place.staff]
    page.context.add_cookies(
        [{"name": "yui-lang", "value": language, "url": demo.address(place.host)}])
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    complaints = watch(page)

    assert place.visit(page, demo) == place.status
    if screenshots:
        page.screenshot(path=screenshots / f"{identify(view)}.png", full_page=True)
    facts = page.evaluate(FACTS)
    assert facts["width"] <= width
    assert facts["headings"] == 1
    assert not facts["skipped"]
    assert facts["language"] == language
    assert facts["title"]
    # What is printed is shown smaller on a screen.
    assert facts["smallest"] >= 14 or view[0].name in ("posters", "card")
    assert facts["current"] <= 2, "the menu marks one place, the breadcrumbs another"
    found = AXE.run(page, options=RULES)
    assert found.response["passes"], "the rules were tried"
    assert not found.response["violations"], found.generate_report()
    if width == PHONE:
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not complaints
