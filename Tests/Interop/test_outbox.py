"""Mail and webhooks as others take them: an SMTP server and a verifier of Standard Webhooks."""

import datetime
import email
import email.policy
import http.server
import re
import subprocess
import threading
import time
import types

import pytest
from aiosmtpd.controller import Controller
from standardwebhooks import Webhook, WebhookVerificationError

from visitor import Visitor
from yui_demo import BINARY, yui

TENANT = "131041"
PASSWORD = "ginkgo leaves in autumn"
JAPAN = datetime.timezone(datetime.timedelta(hours=9))


class Mailbox:
    """Takes every letter, and refuses one address for good."""

    def __init__(self):
        self.letters = []
        self.arrived = threading.Condition()

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address.startswith("gone@"):
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        with self.arrived:
            self.letters.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
            self.arrived.notify_all()
        return "250 taken"


class Listener(http.server.BaseHTTPRequestHandler):
    """Keeps what it is told; the first time it is too busy."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server.arrived:
            self.server.heard.append((headers, body))
            status = 503 if len(self.server.heard) == 1 else 204
            self.server.arrived.notify_all()
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        pass


class FreePort(Controller):
    """A server on whatever port is free, which is known once it listens."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mailbox():
    box = Mailbox()
    box.controller = FreePort(box, hostname="127.0.0.1", port=0)
    box.controller.start()
    yield box
    box.controller.stop()


@pytest.fixture
def listener():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    server.heard, server.arrived = [], threading.Condition()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def yesterday():
    """A moment of the last day of which a digest was due, at seven in the morning in Japan."""
    now = datetime.datetime.now(JAPAN)
    seven = now.replace(hour=7, minute=0, second=0, microsecond=0)
    due = seven if seven <= now else seven - datetime.timedelta(days=1)
    return (due - datetime.timedelta(hours=1)).isoformat()


NAME = "とても長い名前の窓口" * 6


@pytest.fixture
def service(mailbox, tmp_path):
    """A server whose mail goes to the mailbox, with a few responses of yesterday."""
    data, settings = tmp_path / "data", tmp_path / "yui.conf"
    settings.write_text(
        f"mail = smtp://127.0.0.1:{mailbox.controller.port}\n"
        "mail-from = yui@city.example.jp\nprivate-webhooks = yes\n")
    yui("tenant", "create", TENANT, "--data", data, "--url", "https://reviews.example.lg.jp")
    for name, role in (("sato", "administrator"), ("gone", "viewer")):
        yui("user", "add", f"{name}@city.example.jp", "--tenant", TENANT, "--role", role,
            "--data", data, input=f"{PASSWORD}\n".encode())
    for dataset, text in (
            ("review-services", f"slug,kind,name_ja\ncounter,counter,{NAME}\n"),
            ("review-responses", "service,score,comment,at\n"
             f"counter,1,ひみつの言葉,{yesterday()}\ncounter,5,,{yesterday()}\n")):
        file = tmp_path / f"{dataset}.csv"
        file.write_text(text, encoding="utf-8")
        yui("import", dataset, file, "--tenant", TENANT, "--data", data)
    process = subprocess.Popen(
        [BINARY, "serve", "--data", data, "--config", settings, "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    port = int(re.search(rb"http://127\.0\.0\.1:(\d+)", process.stdout.readline())[1])
    yield types.SimpleNamespace(port=port, password=PASSWORD)
    process.terminate()
    process.wait(timeout=60)
    process.stdout.close()


class Staff(Visitor):
    """Somebody who has signed in, and sends the forms of their pages."""

    def __init__(self, service, name="sato"):
        service.email = f"{name}@city.example.jp"
        super().__init__(service)
        self.sign_in(TENANT)

    def page(self, path):
        answer = self.get(TENANT, path)
        assert answer.status == 200, answer.text
        return answer.text

    def submit(self, page, path, **fields):
        token = re.search(r'name="_token" value="([^"]+)"', self.page(page))[1]
        answer = self.post(TENANT, path, _token=token, **fields)
        assert answer.status in (200, 303), answer.text
        return answer.text


def test_webhooks_are_signed_and_tried_again(service, listener):
    staff = Staff(service)
    url = f"http://127.0.0.1:{listener.server_address[1]}/hook"
    made = staff.submit(
        "/staff/webhooks", "/staff/webhooks", url=url, events="reviews.digest.weekly")
    secret = re.search(r"whsec_[A-Za-z0-9+/=]+", made)[0]
    path = re.search(r"/staff/webhooks/[0-9a-f-]+/test", staff.page("/staff/webhooks"))[0]
    staff.submit("/staff/webhooks", path)
    with listener.arrived:
        assert listener.arrived.wait_for(lambda: len(listener.heard) == 2, timeout=120)
    (first, body), (second, again) = listener.heard
    assert first["webhook-id"] == second["webhook-id"] and body == again
    told = Webhook(secret).verify(again, second)
    assert told["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(again.replace(b"test", b"best"), second)
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + "A" * 43 + "=").verify(again, second)


def test_a_digest_comes_by_mail(service, mailbox):
    Staff(service).submit("/staff/digests", "/staff/digests", **{"reviews.digest": "daily"})
    with mailbox.arrived:
        assert mailbox.arrived.wait_for(lambda: mailbox.letters, timeout=120)
    sender, to, content = mailbox.letters[0]
    assert (sender, to) == ("yui@city.example.jp", ["sato@city.example.jp"])
    assert all(len(line) <= 78 for line in content.split(b"\r\n"))
    letter = email.message_from_bytes(content, policy=email.policy.default)
    assert letter["subject"] == "新宿区: 新しい評価 2件（ご意見 1件）"
    assert letter["to"] == "sato@city.example.jp"
    assert letter["auto-submitted"] == "auto-generated"
    age = datetime.datetime.now(JAPAN) - letter["date"].datetime
    assert datetime.timedelta(seconds=-1) <= age < datetime.timedelta(minutes=5)
    text = letter.get_content()
    assert f"{NAME}：2件" in text and "https://reviews.example.lg.jp/staff/reviews" in text
    assert "ひみつ" not in text


def test_whom_the_mail_server_does_not_know_is_shown_with_its_answer(service, mailbox):
    Staff(service, "gone").submit(
        "/staff/digests", "/staff/digests", **{"reviews.digest": "daily"})
    staff = Staff(service)
    for _ in range(1200):
        page = staff.page("/staff/outbox")
        if "550" in page:
            break
        time.sleep(0.1)
    assert "gone@city.example.jp" in page and "550" in page
    assert not mailbox.letters
