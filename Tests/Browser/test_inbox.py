"""Working through the inbox: by keyboard alone, and without a script."""

import re
import secrets

import pytest
from playwright.sync_api import expect

COMMENTS = ["窓口が混んでいた", "案内がよかった", "書類が多い", "駐車場が遠い"]


@pytest.fixture
def comments(new_page):
    """A few comments on a service of this test's own, the newest first in the inbox."""
    mark = secrets.token_hex(3)
    page = new_page()
    for text in reversed(COMMENTS):
        page.goto("/reviews/general-counter/form")
        page.locator(".rating__tile", has_text="やや満足").click()
        page.get_by_label(re.compile("ご意見")).fill(f"{mark}{text}")
        page.get_by_role("button", name="送信する").click()
        page.wait_for_url("**/thanks*")
    return mark


def texts(page):
    return [text.strip() for text in page.locator(".case__link").all_inner_texts()]


def test_comments_are_cleared_by_keyboard_alone(staff_page, comments):
    page = staff_page()
    page.goto("/staff/reviews?topic=general-counter")
    assert texts(page)[:4] == [comments + text for text in COMMENTS]
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("j")
    expect(page.locator(".case__link").nth(0)).to_be_focused()
    page.keyboard.press("e")
    expect(page.locator("main")).to_contain_text("1件を「既読」にしました")
    # The eyes are where they were: on the next.
    expect(page.locator(".case__link").nth(0)).to_be_focused()
    assert texts(page)[:3] == [comments + text for text in COMMENTS[1:]]
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("[data-script=count]")).to_have_text("2件選択中")
    page.keyboard.press("s")
    expect(page.locator("main")).to_contain_text("2件を「迷惑投稿」にしました")
    assert texts(page)[0] == comments + COMMENTS[3]
    page.keyboard.press("o")
    page.wait_for_url("**/staff/reviews/cases/*")
    page.keyboard.press("n")
    page.keyboard.type("e x s は、ここではただの文字")
    expect(page.get_by_label("メモを書く")).to_have_value("e x s は、ここではただの文字")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".case-note")).to_contain_text("ただの文字")
    page.keyboard.press("p")
    expect(page.locator("main")).to_contain_text("1件を「公開」にしました")
    page.keyboard.press("u")
    page.wait_for_url("**/staff/reviews?topic=general-counter")


def test_the_keys_are_explained_and_can_be_switched_off(staff_page):
    page = staff_page()
    page.goto("/staff/reviews")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="キーボード操作")).to_be_visible()
    page.get_by_label("1文字のキー操作を使う").uncheck(force=True)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("j")
    expect(page.locator(".case__link:focus")).to_have_count(0)
    page.get_by_role("button", name="キーボード操作").click()
    page.get_by_label("1文字のキー操作を使う").check(force=True)
    page.get_by_role("button", name="閉じる").click()
    page.locator("body").press("j")
    expect(page.locator(".case__link").nth(0)).to_be_focused()


def test_the_inbox_works_without_a_script(staff_page, comments):
    page = staff_page(java_script_enabled=False)
    page.goto("/staff/reviews?topic=general-counter")
    row = page.locator(".case").filter(has_text=comments + COMMENTS[0])
    row.get_by_role("checkbox").check(force=True)
    page.get_by_role("button", name="対応する").click()
    expect(page.locator("main")).to_contain_text("1件を「対応中」にしました")
    expect(row).to_contain_text("対応中")
    page.get_by_text("さらに絞り込む").click()
    page.get_by_label("評価", exact=True).select_option("4")
    page.get_by_role("button", name="絞り込む").click()
    page.get_by_text("この絞り込みを保存").click()
    page.get_by_label("名前").fill("四の評価")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("navigation", name="保存した絞り込み")).to_contain_text("四の評価")
    page.get_by_role("button", name="この絞り込みを削除").click()
    expect(page.get_by_role("navigation", name="保存した絞り込み")).to_have_count(0)


def test_on_a_phone_cases_are_seen_before_filters(staff_page):
    page = staff_page(viewport={"width": 390, "height": 844})
    page.goto("/staff/reviews")
    assert page.locator(".case").first.bounding_box()["y"] < 844
    expect(page.get_by_label("評価", exact=True)).to_be_hidden()


def test_a_reply_that_is_not_saved_is_not_lost_without_a_question(staff_page, comments):
    page = staff_page()
    page.goto("/staff/reviews?topic=general-counter")
    page.get_by_role("link", name=comments + COMMENTS[0]).click()
    reply = page.get_by_label("回答の下書き")
    reply.fill("お待たせしました")
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("button", name="既読にする").click()
    expect(reply).to_have_value("お待たせしました")
    assert asked == ["beforeunload"]
    # What is sent itself is not lost, and what is saved needs no question.
    page.get_by_role("button", name="下書きを保存").click()
    expect(page.locator("main")).to_contain_text("保存しました")
    page.get_by_role("button", name="既読にする").click()
    expect(page.locator("main")).to_contain_text("1件を「既読」にしました")
    assert asked == ["beforeunload"]


def test_what_the_public_sees_changes_after_a_question(staff_page, comments):
    page = staff_page()
    page.goto("/staff/reviews?topic=general-counter")
    asked = []

    def refuse(dialog):
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.keyboard.press("j")
    for key in "psh":
        page.keyboard.press(key)
    assert len(asked) == 3 and "住民に公開します" in asked[0]
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    # A case that stays in the list stays under the eyes.
    page.keyboard.press("j")
    page.keyboard.press("w")
    expect(page.locator("main")).to_contain_text("1件を「対応中」にしました")
    expect(page.locator(".case__link").nth(1)).to_be_focused()
    page.keyboard.press("o")
    page.wait_for_url("**/staff/reviews/cases/*")
    page.keyboard.press("p")
    assert len(asked) == 4
    page.get_by_role("button", name="公開する", exact=True).click()
    assert len(asked) == 5
    expect(page.locator(".case-page__subject")).to_contain_text("対応中")


def test_a_key_that_does_nothing_says_why(staff_page, comments):
    page = staff_page()
    page.goto("/staff/reviews?topic=general-counter")
    said = page.locator(".key-said")
    page.keyboard.press("e")
    expect(said).to_contain_text("案件が選択されていません")
    page.keyboard.press("j")
    expect(said).to_be_empty()
    page.keyboard.press("b")
    expect(said).to_have_text("「新着に戻す」は、いまの状態からはできません。")
    page.keyboard.press("o")
    page.wait_for_url("**/staff/reviews/cases/*")
    page.keyboard.press("b")
    expect(said).to_have_text("「新着に戻す」は、いまの状態からはできません。")


def test_the_days_of_a_filter_stand_in_one_line(staff_page):
    page = staff_page(viewport={"width": 1280, "height": 900})
    page.goto("/staff/reviews")
    page.get_by_text("さらに絞り込む").click()
    page.get_by_label("この日から").fill("2026-04-01")
    page.get_by_role("button", name="絞り込む").click()
    expect(page).to_have_url(re.compile(r"[?&]from=2026-04-01"))
    expect(page.locator(".active-filters")).to_contain_text("から")
