"""A screen at the counter: touched, by keyboard, offline, and left by somebody in between."""

import http.client
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

KIOSK = "/reviews/general-counter/kiosk?place=lobby"
SMALLEST = 64
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def stored(demo, place):
    """The kiosk's responses with a place of their own: score, reasons, comment."""
    return demo.rows(demo.TENANT, f"""
        SELECT score, reasons, comment, language FROM reviews_responses
        WHERE channel = 'kiosk' AND place = '{place}' ORDER BY id""")


def becomes(expected, found):
    """What a kiosk sends behind its thanks arrives soon."""
    for _ in range(100):
        if found() == expected:
            return
        time.sleep(0.1)
    assert found() == expected


def kiosk(new_page, place, language="ja", **options):
    page = new_page(viewport={"width": 1280, "height": 800}, **options)
    page.clock.install()
    page.goto(f"/reviews/general-counter/kiosk?place={place}&lang={language}")
    return page


def score(page):
    return page.locator("[data-kiosk-step=score]")


def thanked(page):
    return expect(page.locator("[data-kiosk-thanks]"))


def test_a_touch_leads_through_and_the_screen_starts_over(new_page, demo):
    page = kiosk(new_page, "touch")
    entries = page.evaluate("history.length")
    page.locator(".rating__tile").nth(3).click()
    expect(page.locator("[data-kiosk-step=clarity]")).to_be_visible()
    expect(score(page)).to_be_hidden()
    page.get_by_role("button", name="次へ").click()
    expect(page.locator("[data-kiosk-step=reasons]")).to_be_visible()
    page.get_by_label("職員の対応").check()
    page.get_by_role("button", name="次へ").click()
    page.locator("textarea").fill("親切でした")
    page.get_by_role("button", name="送信する").click()
    thanked(page).to_be_visible()
    thanked(page).to_be_focused()
    page.clock.run_for(10_000)
    expect(score(page)).to_be_visible()
    assert page.evaluate("new FormData(document.forms[0]).get('comment')") == ""
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("history.length") == entries, "there is no way back to the answers"
    becomes([(4, "positive:attitude", "親切でした", "ja")], lambda: stored(demo, "touch"))
    queue = "localStorage.length && JSON.parse(Object.values(localStorage)[0])"
    becomes([], lambda: page.evaluate(queue))


def test_the_keyboard_alone_gets_through(new_page, demo):
    page = kiosk(new_page, "keys", "en")
    page.locator("[name=score]").first.focus()
    for key in ["ArrowRight", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("[data-kiosk-step=clarity] fieldset")).to_be_focused()
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.locator("[data-kiosk-step=reasons] fieldset")).to_be_focused()
    for key in ["Tab", "Space"]:
        page.keyboard.press(key)
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.locator("textarea")).to_be_focused()
    page.keyboard.insert_text("Too long a wait")
    page.get_by_role("button", name="Send").press("Enter")
    thanked(page).to_be_visible()
    becomes(
        [(2, "negative:explanation", "Too long a wait", "en")], lambda: stored(demo, "keys"))


def test_whoever_goes_away_has_rated_and_leaves_nothing(new_page, demo):
    page = kiosk(new_page, "gone", "ko")
    page.locator(".rating__tile").nth(4).click()
    for _ in ["clarity", "reasons"]:
        page.locator("[data-kiosk-action=next]").click()
    page.locator("textarea").fill("아직 쓰는 중")
    page.clock.run_for(32_000)
    expect(page.locator("[data-kiosk-idle]")).not_to_be_empty()
    page.keyboard.press("Shift")
    expect(page.locator("[data-kiosk-idle]")).to_be_empty()
    page.clock.run_for(46_000)
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(score(page)).to_be_visible()
    assert page.locator("textarea").input_value() == ""
    becomes([(5, "", "", "ko")], lambda: stored(demo, "gone"))


def test_what_is_given_offline_is_sent_once(new_page, demo):
    page = kiosk(new_page, "offline")
    page.context.set_offline(True)
    for tile in [0, 2]:
        page.locator(".rating__tile").nth(tile).click()
        page.get_by_role("button", name="送信する").click()
        thanked(page).to_be_visible()
        page.clock.run_for(10_000)
    expect(page.locator("[data-kiosk-kept]")).to_have_text("未送信 2件")
    assert stored(demo, "offline") == []
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online')); dispatchEvent(new Event('online'))")
    expect(page.locator("[data-kiosk-kept]")).to_be_empty()
    page.clock.run_for(60_000)
    assert [row[0] for row in stored(demo, "offline")] == [1, 3]


def test_an_answer_that_was_lost_on_the_way_back_counts_once(new_page, demo):
    page = kiosk(new_page, "lost")

    def lose(route):
        # The browser alone knows names under localhost.
        sent = route.request.headers
        connection = http.client.HTTPConnection("127.0.0.1", demo.port)
        connection.request(
            "POST", "/api/reviews/services/general-counter/responses", route.request.post_data,
            {"Host": f"{demo.TENANT}.localhost:{demo.port}", "Content-Type": "application/json",
             "Idempotency-Key": sent["idempotency-key"]})
        assert connection.getresponse().status == 201
        connection.close()
        route.abort()

    page.route("**/responses", lose, times=1)
    page.locator(".rating__tile").nth(1).click()
    page.get_by_role("button", name="送信する").click()
    expect(page.locator("[data-kiosk-kept]")).to_have_text("未送信 1件")
    page.clock.run_for(16_000)
    expect(page.locator("[data-kiosk-kept]")).to_be_empty()
    assert [row[0] for row in stored(demo, "lost")] == [2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "ja-simple", "en", "zh-Hans", "ko", "vi"])
def test_targets_are_large_and_axe_finds_nothing(new_page, screenshots, language, scheme):
    page = kiosk(new_page, "axe", language, color_scheme=scheme)
    for step in ["score", "clarity", "reasons", "comment", "thanks"]:
        if screenshots:
            page.screenshot(path=screenshots / f"kiosk-{step}-{scheme}-{language}.png")
        found = Axe().run(page, options=RULES)
        assert not found.response["violations"], found.generate_report()
        for target in page.locator("a, button, label.choice, .rating__tile, textarea").all():
            if target.is_visible():
                assert target.bounding_box()["height"] >= SMALLEST
                assert target.bounding_box()["width"] >= SMALLEST
        match step:
            case "score": page.locator(".rating__tile").nth(2).click()
            case "clarity" | "reasons": page.locator("[data-kiosk-action=next]").click()
            case "comment": page.locator("[type=submit]").click()


def test_every_question_of_a_full_set_is_large_and_answered_by_touch(
        new_page, demo, screenshots):
    page = new_page(viewport={"width": 1280, "height": 800})
    page.goto("/reviews/residence-certificate/kiosk?place=full&lang=en")
    page.locator(".rating__tile").nth(3).click()
    page.get_by_label("Partly").check()
    page.get_by_role("button", name="Next").click()
    for kind, answer in [("ease", "5"), ("clarity", "2"), ("nps", "10")]:
        step = page.locator(f"[data-kiosk-step={kind}]")
        if kind == "nps":
            page.get_by_role("button", name="Next").click()
        if screenshots:
            page.screenshot(path=screenshots / f"kiosk-full-{kind}.png")
        for target in step.locator(".scale__step").all():
            box = target.bounding_box()
            assert box["height"] >= SMALLEST and box["width"] >= SMALLEST
        step.locator(".scale__step", has_text=answer).last.click()
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Send").click()
    thanked(page).to_be_visible()
    becomes([(4, "partly", 5, 2, 10)], lambda: demo.rows(demo.TENANT, """
        SELECT score, goal, ease, clarity, nps FROM reviews_responses WHERE place = 'full'"""))


def test_without_script_it_is_a_form(new_page, demo):
    page = new_page(java_script_enabled=False)
    page.goto(KIOSK.replace("lobby", "plain"))
    page.locator(".rating__tile").nth(4).click()
    page.get_by_role("button", name="送信する").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("ありがとうございました")
    page.get_by_role("link", name="最初の画面へ").click()
    expect(score(page)).to_be_visible()
    assert [row[0] for row in stored(demo, "plain")] == [5]
