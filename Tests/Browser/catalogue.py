"""Every page there is, and how to come to it."""

import dataclasses
import itertools
import typing


@dataclasses.dataclass(frozen=True)
class Place:
    """A page: its name, where it is, whose it is, and what must be done to see it."""

    name: str
    path: str
    host: str = "131041"
    staff: bool = False
    status: int = 200
    is_main: bool = False
    act: typing.Callable | None = None

    def visit(self, page, demo):
        """Opens the page and returns the status of its answer."""
        answer = page.goto(demo.address(self.host, self.path))
        if self.act:
            with page.expect_navigation() as navigation:
                self.act(page)
            answer = navigation.value
        return answer.status


def send_with_mistakes(page):
    page.locator("textarea").fill("とても" * 400)
    page.locator("main form button").click()


def upload(text):
    def act(page):
        page.locator("input[type=file]").set_input_files(
            {"name": "tallies.csv", "mimeType": "text/csv", "buffer": text.encode()})
        page.locator("main form button").click()
    return act


def send_empty(selector):
    return lambda page: page.locator(selector).click()


# The first of the demo's samples in Shinjuku, and the first that speaks OpenRoaming.
SITE = "019d4468-9d80-7e88-a881-bae5ac9ce6ba"
ROAMING_SITE = "019d4468-9d81-78a4-a9b8-9be6b39be531"
# Public assets among the demo's samples in Shinjuku.
ASSETS = ["B-001", "B-003", "G-001"]

TALLIES = "/staff/reviews/import/review-tallies"
BAD_ROWS = "service,score,responses\n総合窓口,7,3\n総合窓口,5,-2\n総合窓口,1\n"
GOOD_ROWS = "service,score,responses\n新しい窓口,５,30\n総合窓口,5,2\n"

PLACES = [
    Place("hub", "/", host="", is_main=True),
    Place("portal", "/", is_main=True),
    Place("services", "/reviews", is_main=True),
    Place("results", "/reviews/general-counter", is_main=True),
    Place("survey", "/reviews/staff-survey-2020", host="130001"),
    Place("form", "/reviews/general-counter/form", is_main=True),
    Place("form-with-errors", "/reviews/general-counter/form", status=422, is_main=True,
          act=send_with_mistakes),
    Place("form-after-refusal", "/reviews/general-counter/form?ending=refused"),
    Place("form-after-error", "/reviews/general-counter/form?ending=error"),
    Place("thanks", "/reviews/general-counter/thanks"),
    Place("embed", "/reviews/general-counter/embed"),
    Place("embed-thanks", "/reviews/general-counter/embed/thanks"),
    Place("closed-form", "/reviews/staff-survey-2020/form", host="130001"),
    Place("wifi", "/wifi", is_main=True),
    Place("wifi-in-a-square", "/wifi?mesh=533945"),
    Place("wifi-near", "/wifi?near=35.694,139.704"),
    Place("wifi-none", "/wifi?q=zzz"),
    Place("wifi-wrong", "/wifi?mesh=9", status=400),
    Place("wifi-site", f"/wifi/sites/{SITE}"),
    Place("wifi-report", f"/wifi/sites/{SITE}/report", is_main=True),
    Place("wifi-report-wrong", f"/wifi/sites/{SITE}/report", status=422,
          act=send_empty("main form.form button")),
    Place("wifi-report-thanks", f"/wifi/sites/{SITE}/report/thanks"),
    Place("wifi-roaming-site", f"/wifi/sites/{ROAMING_SITE}"),
    Place("wifi-print", "/wifi/print?class=school"),
    Place("assets", "/assets", is_main=True),
    Place("assets-in-a-square", "/assets?mesh=533945&pick=B-001%2FB-003"),
    Place("assets-none", "/assets?q=zzz"),
    Place("assets-wrong", "/assets?height=tall", status=400),
    Place("asset", f"/assets/items/{ASSETS[0]}", is_main=True),
    Place("assets-compared", "/assets/compare?" + "&".join(f"id={id}" for id in ASSETS)),
    Place("assets-to-compare", "/assets/compare"),
    Place("assets-dashboard", "/assets/dashboard", is_main=True),
    Place("ledger", "/assets/ledger"),
    Place("ledger-entry", "/assets/ledger/0"),
    Place("asset-list", "/staff/assets", staff=True, is_main=True),
    Place("asset-new", "/staff/assets/new", staff=True),
    Place("asset-wrong", "/staff/assets/new", staff=True, status=422,
          act=send_empty("main form.form button")),
    Place("asset-of-staff", f"/staff/assets/items/{ASSETS[0]}", staff=True),
    Place("asset-edit", f"/staff/assets/items/{ASSETS[0]}/edit", staff=True),
    Place("asset-remove", f"/staff/assets/items/{ASSETS[0]}/remove", staff=True),
    Place("asset-import", "/staff/assets/import", staff=True),
    Place("not-found", "/nothing/here", status=404),
    Place("sign-in", "/staff/login"),
    Place("spent-link", "/staff/password/spent", status=404),
    Place("staff", "/staff", staff=True, is_main=True),
    Place("inbox", "/staff/reviews", staff=True, is_main=True),
    Place("inbox-empty", "/staff/reviews?to=2000-01-01", staff=True),
    Place("inbox-bad-day", "/staff/reviews?to=2026-02-30", staff=True, status=422),
    Place("case", "/staff/reviews/cases/1", staff=True, is_main=True),
    Place("responses", "/staff/reviews/responses", staff=True, is_main=True),
    Place("responses-empty", "/staff/reviews/responses?to=2000-01-01", staff=True),
    Place("webhooks", "/staff/webhooks", staff=True),
    Place("outbox", "/staff/outbox", staff=True),
    Place("digests", "/staff/digests", staff=True),
    Place("overview", "/staff/reviews/overview", staff=True, is_main=True),
    Place("keywords", "/staff/reviews/keywords?score=low", staff=True),
    Place("exports", "/staff/reviews/exports", staff=True),
    Place("publication", "/staff/reviews/services/general-counter/publication", staff=True),
    Place("open-data", "/open-data/"),
    Place("staff-services", "/staff/reviews/services", staff=True),
    Place("service-new", "/staff/reviews/services/new", staff=True),
    Place("service-new-with-errors", "/staff/reviews/services/new", staff=True, status=422,
          act=send_empty("main form button")),
    Place("service-edit", "/staff/reviews/services/general-counter/edit", staff=True),
    Place("places", "/staff/reviews/services/general-counter/places", staff=True),
    Place("place-new", "/staff/reviews/services/general-counter/places/new", staff=True),
    Place("posters", "/staff/reviews/services/general-counter/posters", staff=True),
    Place("cards", "/staff/reviews/services/general-counter/cards", staff=True),
    Place("cards-with-errors", "/staff/reviews/services/general-counter/cards", staff=True,
          status=422, act=send_empty("main form.form button")),
    Place("card", "/staff/reviews/services/general-counter/card", staff=True),
    Place("unknown-short-address", "/r/zzzzzz", status=404),
    Place("wifi-sites", "/staff/wifi", staff=True, is_main=True),
    Place("wifi-sites-none", "/staff/wifi?q=zzz", staff=True),
    Place("wifi-staff-site", f"/staff/wifi/sites/{SITE}", staff=True),
    Place("wifi-site-edit", f"/staff/wifi/sites/{SITE}/edit", staff=True),
    Place("wifi-site-history", f"/staff/wifi/sites/{SITE}/history", staff=True),
    Place("wifi-profiles", "/staff/wifi/profiles", staff=True),
    Place("wifi-profile", "/staff/wifi/profiles/sample-profile", staff=True),
    Place("wifi-profile-at-site",
          f"/staff/wifi/profiles/sample-profile?site={ROAMING_SITE}", staff=True),
    Place("wifi-profile-new", "/staff/wifi/profiles/new", staff=True),
    Place("wifi-profile-wrong", "/staff/wifi/profiles/new", staff=True, status=422,
          act=send_empty("main form.form button")),
    Place("wifi-reports", "/staff/wifi/reports", staff=True),
    Place("wifi-planning", "/staff/wifi/planning", staff=True, is_main=True),
    Place("wifi-import", "/staff/wifi/import", staff=True),
    Place("wifi-duplicates", "/staff/wifi/duplicates", staff=True),
    Place("wifi-verify", "/staff/wifi/verify", staff=True),
    Place("wifi-verify-near", "/staff/wifi/verify?near=35.694,139.704", staff=True),
    Place("wifi-verify-site", f"/staff/wifi/verify/{SITE}", staff=True),
    Place("wifi-bulk", "/staff/wifi/bulk?scope=all&class=school", staff=True),
    Place("import", "/staff/reviews/import", staff=True),
    Place("import-file", TALLIES, staff=True),
    Place("import-problems", TALLIES, staff=True, status=422, act=upload(BAD_ROWS)),
    Place("import-check", TALLIES, staff=True, act=upload(GOOD_ROWS)),
    Place("accounts", "/staff/accounts", staff=True),
    Place("accounts-with-errors", "/staff/accounts", staff=True, status=422,
          act=send_empty("main form.form button")),
    Place("tokens", "/staff/tokens", staff=True),
    Place("settings", "/staff/settings", staff=True),
    Place("sessions", "/staff/sessions", staff=True),
    Place("audit", "/staff/audit", staff=True),
]

PHONE, DESKTOP = 390, 1280

ALL_LOOKS = list(itertools.product((PHONE, DESKTOP), ("light", "dark"), ("ja", "en")))
SOME_LOOKS = [(PHONE, "light", "ja"), (DESKTOP, "dark", "en")]

# What residents see they see in six languages.
OTHER_LANGUAGES = [
    (PHONE, scheme, language)
    for scheme, language in zip(
        itertools.cycle(("light", "dark")), ("ja-simple", "zh-Hans", "ko", "vi"))]
RESIDENTS = {
    "form", "form-with-errors", "form-after-refusal", "thanks", "closed-form", "embed", "results",
    "open-data", "wifi", "wifi-site", "wifi-report"}

VIEWS = [
    (place, *look) for place in PLACES
    for look in (ALL_LOOKS if place.is_main else SOME_LOOKS)
    + (OTHER_LANGUAGES if place.name in RESIDENTS else [])]
