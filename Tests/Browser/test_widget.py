"""The widget on a page of another origin: strict policy, keyboard, six languages, offline and back."""

import http.client
import time
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from host_page import HostSite, widget

SERVICE = "library-card"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}

LANGUAGES = {
    "ja": ("今回のご利用はいかがでしたか", "送信する", "ありがとうございました"),
    "ja-simple": ("サービスは どうでしたか", "送る", "ありがとうございました"),
    "en": ("How was the service?", "Send", "Thank you"),
    "zh-Hans": ("您对此次服务满意吗？", "提交", "谢谢您"),
    "ko": ("이번 이용은 어떠셨습니까?", "보내기", "감사합니다"),
    "vi": ("Bạn thấy dịch vụ lần này thế nào?", "Gửi", "Xin cảm ơn"),
}


@pytest.fixture(scope="module")
def yui(demo):
    return demo.address(demo.TENANT, "")


@pytest.fixture(scope="module")
def site(yui):
    running = HostSite(yui)
    yield running
    running.close()


@pytest.fixture
def stored(demo):
    """How many responses the demo's database holds."""
    return lambda: demo.rows(
        demo.TENANT, f"SELECT COUNT(*) FROM reviews_responses WHERE service = '{SERVICE}'")[0][0]


def heard(page):
    """Collects the events that the host page hears; waits for those it is asked to hear."""
    page.add_init_script("""
      window.heard = [];
      for (const name of ["shown", "opened", "closed", "submitted", "queued", "unavailable", "error"])
        addEventListener(`yui-review:${name}`, (event) => heard.push(name));""")

    def events(*names):
        # Events reach the host page in turns of their own, after what they tell of is seen.
        deadline = time.monotonic() + 5
        while page.evaluate("heard") != list(names) and time.monotonic() < deadline:
            page.wait_for_timeout(50)
        assert page.evaluate("heard") == list(names)

    return events


def ready(page):
    expect(page.locator("yui-review form")).to_be_visible()


def deliver(demo, request):
    """Brings a request to Yui, whose answer nobody hears."""
    address = urllib.parse.urlsplit(request.url)
    connection = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=30)
    connection.request(
        request.method, address.path, request.post_data,
        {**request.headers, "host": address.netloc})
    assert connection.getresponse().status == 201
    connection.close()


def rate(page, score, button="送信する"):
    page.locator("yui-review .tile").nth(score - 1).click()
    page.locator("yui-review button", has_text=button).click()


def test_a_rating_is_sent_from_another_origin_under_a_strict_policy(new_page, site, yui, stored):
    page = new_page()
    events, before = heard(page), stored()
    page.goto(site.page("inline", widget(yui, SERVICE, place="window-3")))
    ready(page)
    rate(page, 4)
    expect(page.locator("yui-review h2")).to_have_text("ありがとうございました")
    events("shown", "submitted")
    assert stored() == before + 1
    assert not page.context.cookies()


@pytest.mark.parametrize("ending, kept", [("refused", "refused"), ("made-up", "")])
def test_how_it_ended_is_kept_and_what_is_made_up_passed_over(
        new_page, demo, site, yui, ending, kept):
    page = new_page()
    page.goto(site.page(f"ending-{ending}", widget(yui, SERVICE, ending=ending, place=ending)))
    ready(page)
    assert ("審査の結果に影響" in page.locator("yui-review .box").inner_text()) == bool(kept)
    rate(page, 2)
    expect(page.locator("yui-review h2")).to_have_text("ありがとうございました")
    assert demo.rows(demo.TENANT, f"""
        SELECT COALESCE(ending, '') FROM reviews_responses WHERE place = '{ending}'""") == [(kept,)]


def test_the_keyboard_alone_rates_in_a_dialog_and_comes_back(new_page, site, yui, stored):
    page = new_page()
    events, before = heard(page), stored()
    page.goto(site.page("button", widget(yui, SERVICE, mode="button")))
    expect(page.locator("yui-review button")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("yui-review dialog h2")).to_be_focused()
    # Escape closes, and the focus is where it was.
    page.keyboard.press("Escape")
    expect(page.locator("yui-review dialog")).to_be_hidden()
    expect(page.locator("yui-review [aria-haspopup]")).to_be_focused()
    page.keyboard.press("Enter")
    focused = "document.activeElement.shadowRoot?.activeElement"
    for _ in range(30):
        page.keyboard.press("Tab")
        name, kind = page.evaluate(f"[{focused}?.name, {focused}?.type]")
        if name == "score":
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
        if name == "reasons" and not page.locator("yui-review [name=reasons]:checked").count():
            page.keyboard.press("Space")
        if name == "comment":
            page.keyboard.insert_text("キーボードだけで")
        if kind == "submit":
            break
    page.keyboard.press("Enter")
    expect(page.locator("yui-review h2")).to_have_text("ありがとうございました")
    assert stored() == before + 1
    page.keyboard.press("Escape")
    events("opened", "shown", "closed", "opened", "submitted", "closed")


def test_a_hand_quicker_than_the_browser_closes_and_opens_in_that_order(new_page, site, yui):
    page = new_page()
    events = heard(page)
    page.goto(site.page("quick", widget(yui, SERVICE, mode="button")))
    page.locator("yui-review [aria-haspopup]").click()
    expect(page.locator("yui-review dialog form")).to_be_visible()
    events("opened", "shown")
    page.evaluate("""() => {
      const { shadowRoot } = document.querySelector("yui-review");
      shadowRoot.querySelector("dialog").close();
      shadowRoot.querySelector("[aria-haspopup]").click();
    }""")
    expect(page.locator("yui-review dialog form")).to_be_visible()
    page.keyboard.press("Escape")
    events("opened", "shown", "closed", "opened", "closed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_six_languages_say_what_they_are_and_axe_finds_nothing(
        new_page, site, yui, stored, screenshots, language, scheme):
    question, send, thanks = LANGUAGES[language]
    page = new_page(color_scheme=scheme)
    before = stored()
    page.goto(site.page(f"{language}-{scheme}", widget(yui, SERVICE, lang=language)))
    ready(page)
    expect(page.locator("yui-review .box")).to_have_attribute("lang", language)
    # The service is named in the tenant's words, and says so.
    name = page.locator("yui-review h2 small span")
    spoken = {"ja": None, "ja-simple": "ja"}.get(language, "en" if language != "en" else None)
    assert name.get_attribute("lang") == spoken
    legend = page.locator("yui-review legend").first
    said = legend.evaluate("""(element) => {
      const copy = element.cloneNode(true);
      for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
      return copy.textContent;
    }""")
    assert question in said
    if screenshots:
        page.screenshot(path=screenshots / f"widget-{language}-{scheme}.png", full_page=True)
    found = Axe().run(page, options=RULES)
    assert found.response["passes"] and not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("yui-review .tile").nth(4).click()
    page.locator("yui-review button[type=submit]").click()
    expect(page.locator("yui-review h2")).to_have_text(thanks)
    assert stored() == before + 1


def test_a_mistake_is_told_at_its_field_and_nothing_is_lost(new_page, site, yui, stored):
    page = new_page()
    before = stored()
    page.goto(site.page("mistake", widget(yui, SERVICE)))
    ready(page)
    page.locator("yui-review textarea").fill("残るはずの文")
    page.locator("yui-review button[type=submit]").click()
    expect(page.locator("yui-review #score-error")).to_contain_text("1から5")
    expect(page.locator("yui-review [name=score]").first).to_be_focused()
    expect(page.locator("yui-review textarea")).to_have_value("残るはずの文")
    rate(page, 2)
    expect(page.locator("yui-review h2")).to_have_text("ありがとうございました")
    assert stored() == before + 1


def test_what_is_written_offline_is_sent_exactly_once_when_back(
        new_page, demo, site, yui, stored):
    page = new_page()
    events, before = heard(page), stored()
    address = site.page("offline", widget(yui, SERVICE))
    page.goto(address)
    ready(page)
    page.context.set_offline(True)
    rate(page, 3)
    expect(page.locator("yui-review [role=status]")).to_contain_text("つながったとき")
    events("shown", "queued")
    assert stored() == before
    # The answer to the first sending is lost on the way: it is sent again under the same key.
    keys = []

    def lose_the_first_answer(route):
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            deliver(demo, route.request)
            route.abort()
        else:
            route.continue_()

    page.route("**/responses", lose_the_first_answer)
    page.context.set_offline(False)
    for _ in range(50):
        if keys:
            break
        page.wait_for_timeout(100)
    page.reload()
    for _ in range(50):
        if len(keys) > 1 and not page.evaluate("localStorage.length"):
            break
        page.wait_for_timeout(100)
    assert len(keys) == 2 and len(set(keys)) == 1
    assert stored() == before + 1
    page.reload()
    ready(page)
    assert len(keys) == 2 and stored() == before + 1


@pytest.mark.parametrize("service", ["no-such-service", ""])
def test_an_unknown_service_is_a_calm_line(browser, site, yui, service):
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    thrown = []
    page.on("pageerror", lambda error: thrown.append(error))
    events = heard(page)
    page.goto(site.page(f"unknown-{service}", widget(yui, service)))
    expect(page.locator("yui-review")).to_contain_text("受け付けていません")
    events("unavailable")
    assert not thrown
    expect(page.get_by_role("link", name="後のリンク")).to_be_visible()
    context.close()


def test_a_closed_service_is_a_calm_line(new_page, demo):
    tokyo = demo.address(demo.TOKYO, "")
    closed = HostSite(tokyo)
    try:
        page = new_page()
        page.goto(closed.page("closed", widget(tokyo, "staff-survey-2020")))
        expect(page.locator("yui-review")).to_contain_text("評価の受付は終了しました")
    finally:
        closed.close()


@pytest.mark.parametrize("mode", ["button", "banner"])
def test_an_unknown_service_is_a_calm_line_in_every_mode(browser, site, yui, mode):
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    events = heard(page)
    page.goto(site.page(f"unknown-{mode}", widget(yui, "no-such-service", mode=mode)))
    expect(page.locator("yui-review")).to_contain_text("受け付けていません")
    events("unavailable")
    context.close()


def test_a_page_that_may_not_show_the_form_says_a_calm_line(
        browser, staff_page, site, yui):
    def allow(origins):
        page = staff_page()
        page.goto("/staff/reviews/services/nursery-application/edit")
        page.locator("[name=origins]").fill(origins)
        page.get_by_role("button", name="保存").click()
        page.wait_for_url("**/staff/reviews/services")

    allow("https://www.city.example.jp")
    context = browser.new_context(locale="ja-JP")
    try:
        page = context.new_page()
        events = heard(page)
        page.goto(site.page("not-listed", widget(yui, "nursery-application")))
        expect(page.locator("yui-review [role=status]")).to_contain_text("受け付けていません")
        assert page.locator("yui-review form").count() == 0
        events("unavailable")
    finally:
        context.close()
        allow("")


def test_what_waited_says_so_once_it_is_sent(new_page, site, yui, stored):
    page = new_page()
    events, before = heard(page), stored()
    page.goto(site.page("later", widget(yui, SERVICE)))
    ready(page)
    expect(page.locator("yui-review .support", has_text="1,000文字以内")).to_be_visible()
    page.context.set_offline(True)
    rate(page, 5)
    expect(page.locator("yui-review [role=status]")).to_contain_text("つながったとき")
    page.context.set_offline(False)
    expect(page.locator("yui-review h2")).to_have_text("ありがとうございました")
    expect(page.locator("yui-review [role=status]")).not_to_contain_text("つながったとき")
    events("shown", "queued", "submitted")
    assert stored() == before + 1


def test_nobody_there_is_a_calm_line(browser, site, yui):
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    thrown = []
    page.on("pageerror", lambda error: thrown.append(error))
    page.route("**/api/**", lambda route: route.abort())
    page.goto(site.page("away", widget(yui, SERVICE)))
    expect(page.locator("yui-review")).to_contain_text("ただいま評価を受け付けていません")
    assert not thrown
    context.close()


def test_without_script_there_is_a_plain_link(new_page, site, yui):
    page = new_page(java_script_enabled=False)
    page.goto(site.page("plain", widget(yui, SERVICE)))
    page.get_by_role("link", name="評価する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ご利用の評価")


def test_a_banner_goes_away_and_stays_away(new_page, site, yui):
    page = new_page()
    page.goto(site.page("banner", widget(yui, SERVICE, mode="banner")))
    banner = page.locator("yui-review .banner")
    expect(banner).to_be_visible()
    found = Axe().run(page, options=RULES)
    assert not found.response["violations"], found.generate_report()
    banner.get_by_text("閉じる").click()
    expect(banner).to_be_hidden()
    with page.expect_response("**/form?**"):
        page.reload()
    expect(banner).to_have_count(0)


def test_the_form_in_an_iframe_tells_the_page_when_somebody_is_done(new_page, site, yui, stored):
    page = new_page()
    before = stored()
    page.add_init_script(
        "window.told = []; addEventListener('message', (event) => told.push(event.data.type))")
    page.goto(site.page(
        "iframe", f'<iframe title="評価" width="360" height="900" src="{yui}/reviews/{SERVICE}/embed"></iframe>'))
    frame = page.frame_locator("iframe")
    frame.locator(".rating__tile").nth(4).click()
    frame.get_by_role("button", name="送信する").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("ありがとうございました")
    page.wait_for_function("told.includes('yui:done')")
    assert "yui:height" in page.evaluate("told")
    assert stored() == before + 1
    assert not page.context.cookies()
