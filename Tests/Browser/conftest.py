"""One browser for all tests, with somebody signed in and somebody who is not."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from watched import watch
from yui_demo import REPOSITORY


ABOUT_LOOKS = ("test_every_page.py", "test_display.py", "axe_finds_nothing")


def pytest_collection_modifyitems(config, items):
    """Looks at pages on one engine: `Interop/test_engines.py` holds every page of both together."""
    on_both = [
        item for item in items
        if not ("[postgresql" in item.name and any(word in item.nodeid for word in ABOUT_LOOKS))]
    config.hook.pytest_deselected(items=[item for item in items if item not in on_both])
    items[:] = on_both


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; inside a container it has no sandbox of its own."""
    program = shutil.which("chromium")
    assert program, "chromium is missing: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def signed_in(browser, demo):
    """The cookies of the demo's administrator."""
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    page.goto(demo.address(demo.TENANT, "/staff/login"))
    page.get_by_label("メールアドレス").fill(demo.email)
    page.get_by_label("パスワード").fill(demo.password)
    page.get_by_role("button", name="サインイン").click()
    page.wait_for_url("**/staff")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def long_lived_pages(browser, signed_in):
    """A page of the public's and one of the staff's, used again and again for speed."""
    contexts = [
        browser.new_context(locale="ja-JP"),
        browser.new_context(locale="ja-JP", storage_state=signed_in)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


@pytest.fixture
def new_page(browser, demo):
    """Makes a page in a context of its own; at the end nothing may have gone wrong in it."""
    contexts, checks = [], []

    def make(host=demo.TENANT, **options):
        # A colour that is on its way to another is no colour to judge.
        options = {
            "locale": "ja-JP", "viewport": {"width": 390, "height": 844},
            "reduced_motion": "reduce", **options}
        context = browser.new_context(base_url=demo.address(host), **options)
        contexts.append(context)
        page = context.new_page()
        checks.append(watch(page))
        return page

    yield make
    complaints = [complaint for check in checks for complaint in check]
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def staff_page(new_page, signed_in):
    """Makes a page for somebody who has signed in."""
    return lambda **options: new_page(storage_state=signed_in, **options)


@pytest.fixture(scope="session")
def screenshots(demo):
    """Where pictures of the demo go, when `$YUI_SCREENSHOTS` asks for them."""
    if not os.environ.get("YUI_SCREENSHOTS"):
        return None
    folder = REPOSITORY / ".build/screenshots" / demo.engine
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
