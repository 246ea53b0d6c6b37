"""A resident rates a service: without script, by keyboard alone, with mistakes, in English."""

import re

import pytest
from playwright.sync_api import expect

FORM = "/reviews/library-card/form"

# What the eye sees of the focus: an outline on the element, or on what stands for it.
OUTLINE = """() => {
  const visible = (element) => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const focus = document.activeElement;
  const box = focus.getBoundingClientRect();
  return {
    name: focus.getAttribute("name") || focus.textContent.trim(),
    seen: visible(focus) || visible(focus.nextElementSibling) || visible(focus.closest(".card")),
    inside: box.bottom > 0 && box.top < innerHeight,
  };
}"""


def choose(page, language):
    """Takes another language from the menu."""
    page.get_by_text("Language", exact=True).click()
    page.get_by_role("link", name=language, exact=True).click()


def responses(page):
    """The number of responses on the results page."""
    page.goto("/reviews/library-card")
    return int(page.locator("dt", has_text="回答数").locator("+ dd strong").inner_text())


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_rating_is_sent_and_waits_with_others_to_be_published(new_page, script):
    page = new_page(java_script_enabled=script)
    before = responses(page)
    page.get_by_role("link", name="このサービスを評価する").click()
    # The whole tile is the target, the smiling face included.
    page.locator(".rating__tile", has_text="大いに満足").click(position={"x": 30, "y": 30})
    page.get_by_label("職員の対応").check()
    page.get_by_label(re.compile("ご意見")).fill("とても早く終わりました。\n助かりました。")
    page.wait_for_timeout(1_100)  # Faster than a second is nobody without a script.
    page.get_by_role("button", name="送信する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ありがとうございました")
    page.get_by_role("link", name="みんなの評価を見る").click()
    # Figures take new responses in by tens.
    assert responses(page) - before in (0, 10)


def test_the_keyboard_alone_rates_and_the_focus_is_always_seen(new_page):
    page = new_page()
    before = responses(page)
    page.goto(FORM)
    page.keyboard.press("Tab")
    assert page.evaluate(OUTLINE)["name"] == "本文へ移動"
    stops = []
    for _ in range(60):
        stop = page.evaluate(OUTLINE)
        assert stop["seen"] and stop["inside"], stop
        stops.append(stop["name"])
        if stop["name"] == "score" and stops.count("score") == 1:
            page.keyboard.press("ArrowRight")
            page.keyboard.press("ArrowRight")
            moved = page.evaluate(OUTLINE)
            assert moved["seen"], moved
        if stop["name"] == "reasons" and stops.count("reasons") == 2:
            page.keyboard.press("Space")
        if stop["name"] == "comment":
            page.keyboard.insert_text("キーボードだけで")
        if stop["name"] == "送信する":
            break
        page.keyboard.press("Tab")
    assert "comment" in stops and stops[-1] == "送信する"
    assert page.get_by_label(re.compile("普通")).is_checked()
    assert page.get_by_label("職員の対応").is_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("ありがとうございました")
    # Figures take new responses in by tens.
    assert responses(page) - before in (0, 10)


def test_who_is_fast_is_told_at_once_that_it_is_being_sent(new_page):
    page = new_page()
    page.goto(FORM)
    said = page.evaluate("""() => {
      document.querySelector("[name=score]").click();
      document.querySelector("main form").requestSubmit();
      return document.querySelector("[role=status][data-sending]").textContent;
    }""")
    assert said == "送信しています"
    expect(page.get_by_role("heading", level=1)).to_have_text("ありがとうございました")


def test_the_skip_link_leads_past_the_header(new_page):
    page = new_page()
    page.goto(FORM)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_mistakes_come_back_with_everything_that_was_entered(new_page):
    page = new_page()
    before = responses(page)
    page.goto(FORM)
    comment = "あ" * 1001
    page.get_by_label("かかった時間").check()
    page.get_by_label(re.compile("ご意見")).fill(comment)
    page.get_by_role("button", name="送信する").click()

    summary = page.locator("#error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^エラー"))
    expect(summary.get_by_role("link")).to_have_count(2)
    assert page.get_by_label("かかった時間").is_checked()
    field = page.get_by_label(re.compile("ご意見"))
    expect(field).to_have_value(comment)
    expect(field).to_have_attribute("aria-invalid", "true")
    description = field.get_attribute("aria-describedby").split()
    assert "＊" in page.locator(f"#{description[0]}").inner_text(), "the error is read first"

    summary.get_by_role("link").nth(1).click()
    expect(field).to_be_focused()
    summary.get_by_role("link").first.click()
    expect(page.locator("input[name=score]").first).to_be_focused()
    page.keyboard.press("Space")
    field.fill("短くしました")
    page.get_by_role("button", name="送信する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ありがとうございました")
    # Figures take new responses in by tens.
    assert responses(page) - before in (0, 10)


def test_the_counter_counts_characters_as_people_do(new_page):
    page = new_page()
    page.goto(FORM)
    field = page.get_by_label(re.compile("ご意見"))
    counter = page.locator("[data-counter-for]")
    expect(counter).to_have_text("0 / 1,000")
    # A family of four people joined, a flag, and a letter with its mark: one character each.
    field.fill("👨‍👩‍👧‍👦🇯🇵が")
    expect(counter).to_have_text("3 / 1,000")
    field.fill("あ" * 1003)
    expect(counter).to_have_text("3文字超過しています")
    expect(counter).to_have_attribute("data-state", "over")


def test_the_language_that_was_chosen_stays(new_page):
    page = new_page()
    page.goto("/reviews/library-card")
    choose(page, "English")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Library card")
    page.get_by_role("link", name="Review this service").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How did it go?")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#error-summary")).to_contain_text("There is a problem")
    page.get_by_label("Very good").check(force=True)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    choose(page, "日本語")
    expect(page.get_by_role("heading", level=1)).to_have_text("ありがとうございました")


def test_switching_the_language_keeps_where_the_poster_hangs(new_page):
    page = new_page()
    page.goto(FORM + "?place=window-3&channel=counter&ending=refused")
    choose(page, "English")
    expect(page.get_by_role("heading", level=1)).to_have_text("How did it go?")
    assert page.locator("[name=place]").input_value() == "window-3"
    assert page.locator("[name=channel]").input_value() == "counter"
    assert page.locator("[name=ending]").input_value() == "refused"


@pytest.mark.parametrize("language, words", [("en-GB", "Home"), ("fr-FR", "ホーム")])
def test_the_browsers_language_is_taken_where_yui_speaks_it(new_page, language, words):
    page = new_page(locale=language)
    page.goto("/reviews")
    expect(page.get_by_role("link", name=words)).to_be_visible()
