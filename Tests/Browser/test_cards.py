"""Staff type in a pile of paper cards without touching the mouse."""

from playwright.sync_api import expect

CARDS = "/staff/reviews/services/library-card/cards"


def stored(demo):
    return demo.rows(demo.TENANT, """
        SELECT score, reasons, comment FROM reviews_responses
        WHERE channel = 'paper' AND service = 'library-card' ORDER BY id""")


def entered(page, count):
    expect(page.locator("main")).to_contain_text(f"今日の入力 {count}枚")


def test_digits_choose_and_enter_saves(new_page, signed_in, demo):
    page = new_page(storage_state=signed_in)
    page.goto(CARDS)
    entered(page, 0)
    for digits in ["4", "5", "211"]:
        before = page.url
        for digit in digits:
            page.keyboard.press(digit)
        page.keyboard.press("Enter")
        page.wait_for_function("before => location.href !== before", arg=before)
    entered(page, 3)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.localName") == "textarea":
            break
    page.keyboard.insert_text("一行目")
    page.keyboard.press("Shift+Enter")
    page.keyboard.insert_text("12行目")
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("一行目\n12行目")
    page.locator("[name=score]").first.focus()
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    entered(page, 4)
    assert stored(demo) == [
        (4, "", ""), (5, "", ""), (2, "", ""), (3, "", "一行目\n12行目")]

    page.get_by_role("button", name="この1枚を取り消す").press("Enter")
    entered(page, 3)
    assert [row[0] for row in stored(demo)] == [4, 5, 2]


def test_place_and_day_stay_from_card_to_card(new_page, signed_in):
    page = new_page(storage_state=signed_in)
    page.goto(CARDS)
    page.locator("[name=on]").fill("2026-01-15")
    page.locator("[name=score]").first.focus()
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cards?*saved=*")
    expect(page.locator("[name=on]")).to_have_value("2026-01-15")
    expect(page.locator("[name=score]").first).to_be_focused()
    assert page.locator("input:checked").count() == 0
