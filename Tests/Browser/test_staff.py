"""Staff at their pages."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_staff_sign_in_find_a_response_and_sign_out(new_page, demo, script):
    page = new_page(java_script_enabled=script)
    page.goto("/reviews/general-counter/form")
    page.locator(".rating__tile", has_text="やや不満").click()
    comment = f"案内板が読みにくい（スクリプト{script}）"
    page.get_by_label(re.compile("ご意見")).fill(comment)
    page.wait_for_timeout(1_100)
    page.get_by_role("button", name="送信する").click()

    page.get_by_role("link", name="職員の方").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("職員サインイン")
    page.get_by_label("メールアドレス").fill(demo.email)
    page.get_by_label("パスワード").fill("これではありません")
    page.get_by_role("button", name="サインイン").click()
    expect(page.locator("main")).to_contain_text("正しくありません")
    expect(page.get_by_label("メールアドレス")).to_have_value(demo.email)
    page.get_by_label("パスワード").fill(demo.password)
    page.get_by_role("button", name="サインイン").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("職員トップ")
    expect(page.locator("main")).to_contain_text(comment)

    page.get_by_role("link", name="評価の受信箱").click()
    page.get_by_text("さらに絞り込む").click()
    page.get_by_label("評価", exact=True).select_option("2")
    page.get_by_role("button", name="絞り込む").click()
    expect(page.locator("main")).to_contain_text(comment)
    page.get_by_text("さらに絞り込む").click()
    page.get_by_label("評価", exact=True).select_option("5")
    page.get_by_role("button", name="絞り込む").click()
    expect(page.locator("main")).not_to_contain_text(comment)

    page.get_by_role("button", name="サインアウト").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("職員サインイン")
    page.goto("/staff/reviews")
    expect(page.get_by_role("heading", level=1)).to_have_text("職員サインイン")


def test_after_signing_in_staff_are_where_they_wanted_to_be(new_page, demo):
    page = new_page()
    page.goto("/staff/reviews?score=5")
    page.get_by_label("メールアドレス").fill(demo.email)
    page.get_by_label("パスワード").fill(demo.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/staff/reviews?score=5")


def test_a_file_is_checked_and_then_imported(staff_page):
    page = staff_page()
    page.goto("/staff/reviews/import")
    page.get_by_role("link", name="評価の集計値").click()
    page.get_by_label(re.compile("CSVのファイル")).set_input_files(
        {"name": "tallies.csv", "mimeType": "text/csv",
         "buffer": "service,score,responses\nブラウザの窓口,５,30\n".encode("cp932")})
    page.get_by_role("button", name="内容を確認").click()
    expect(page.locator("main")).to_contain_text("まだ取り込まれていません")
    page.get_by_role("button", name="取り込む").click()
    expect(page.locator("main")).to_contain_text("取り込みました")
    page.goto("/reviews")
    expect(page.locator("main")).to_contain_text("ブラウザの窓口")


def test_revoking_a_token_is_asked_about_first(staff_page):
    page = staff_page()
    page.goto("/staff/tokens")
    page.get_by_label(re.compile("用途")).fill("掲示板")
    page.get_by_label(re.compile("評価の閲覧")).check()
    page.get_by_role("button", name="発行").click()
    expect(page.locator("main code")).to_contain_text("yui_")
    page.get_by_role("link", name="トークン一覧へ戻る").click()
    revoke = page.get_by_role("row", name=re.compile("掲示板")).get_by_role("button")
    page.once("dialog", lambda dialog: dialog.dismiss())
    revoke.click()
    expect(revoke).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    revoke.click()
    expect(page.get_by_role("row", name=re.compile("掲示板"))).to_contain_text("失効")


def test_the_menu_marks_the_one_place_where_one_is(staff_page):
    page = staff_page()
    section = page.get_by_role("navigation", name="メインメニュー").locator("[aria-current]")
    menu = page.get_by_role("navigation", name="サービスの評価").locator("[aria-current=page]")
    page.goto("/staff/reviews")
    expect(menu).to_have_text(["評価の受信箱"])
    page.goto("/staff/reviews/services")
    expect(menu).to_have_text(["評価の対象"])
    page.goto("/staff/reviews/services/new")
    expect(menu).to_have_text(["評価の対象"])
    expect(section).to_have_text(["サービスの評価"])
    page.goto("/staff/wifi")
    expect(section).to_have_text(["公衆無線LAN"])
    expect(page.get_by_role("navigation", name="サービスの評価")).to_have_count(0)
    page.goto("/staff/accounts")
    expect(menu).to_have_count(0)
    expect(section).to_have_count(0)
