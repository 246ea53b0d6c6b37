"""The asset ledger, checked by RFC 6962, RFC 9162 and C2SP alone: nothing here knows Yui's code."""

import base64
import hashlib
import http.server
import json
import shutil
import threading
import urllib.parse

import pytest
import requests
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import resolver.sitecustomize  # noqa: F401  (names under localhost)
from yui_demo import yui

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_hash(hashes):
    """The root over leaf hashes: RFC 6962, section 2.1."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(root_hash(hashes[:split]), root_hash(hashes[split:]))


def root_of_inclusion(leaf, index, size, proof):
    """RFC 9162, section 2.1.3.2."""
    node, last, found = index, size - 1, leaf
    for sibling in proof:
        assert last > 0
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    assert last == 0
    return found


def roots_of_consistency(first, second, first_root, proof):
    """RFC 9162, section 2.1.4.2."""
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        assert last > 0
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    assert last == 0
    return old, new


def public_key(document):
    """The Ed25519 key of a Multikey: z, base58 of 0xed 0x01 and 32 bytes."""
    method, = [each for each in document["verificationMethod"]
               if each["id"] == document["id"] + "#assets-ledger"]
    assert method["type"] == "Multikey" and method["controller"] == document["id"]
    number = 0
    for character in method["publicKeyMultibase"].removeprefix("z"):
        number = number * 58 + BASE58.index(character)
    key = number.to_bytes(34, "big")
    assert key[:2] == b"\xed\x01"
    return key[2:]


def read_checkpoint(text, key):
    """C2SP signed-note and tlog-checkpoint."""
    body, signature = text.split("\n\n")
    dash, name, encoded = signature.rstrip("\n").split(" ")
    origin, size, root = body.split("\n")[:3]
    assert dash == "—" and name == origin
    signed = base64.b64decode(encoded, validate=True)
    assert signed[:4] == hashlib.sha256(name.encode() + b"\n\1" + key).digest()[:4]
    Ed25519PublicKey.from_public_bytes(key).verify(signed[4:], (body + "\n").encode())
    return int(size), base64.b64decode(root, validate=True)


class Ledger:
    def __init__(self, demo, tenant):
        self.site = f"http://{tenant}.localhost:{demo.port}"

    def get(self, path, **query):
        return requests.get(
            f"{self.site}/api/assets/ledger/{path}?{urllib.parse.urlencode(query)}", timeout=30)

    @property
    def key(self):
        return public_key(requests.get(f"{self.site}/.well-known/did.json", timeout=30).json())

    @property
    def checkpoint(self):
        return read_checkpoint(self.get("checkpoint").text, self.key)

    def leaves(self, size):
        leaves = []
        while len(leaves) < size:
            page = self.get("entries", start=len(leaves), end=size - 1).json()["entries"]
            leaves += [base64.b64decode(entry, validate=True) for entry in page]
        return leaves

    def hashes(self, path, **query):
        answer = self.get(f"proof/{path}", **query)
        assert answer.status_code == 200, answer.text
        return [base64.b64decode(each, validate=True) for each in answer.json()["hashes"]]


@pytest.fixture
def ledger(demo):
    return Ledger(demo, demo.TENANT)


def test_the_checkpoint_is_signed_and_follows_from_the_entries(ledger):
    size, root = ledger.checkpoint
    leaves = ledger.leaves(size)
    assert size > 10
    assert {len(leaf) for leaf in leaves} == {41} and {leaf[0] for leaf in leaves} == {1}
    assert root_hash([leaf_hash(leaf) for leaf in leaves]) == root


def test_a_changed_checkpoint_is_not_signed(ledger):
    text = ledger.get("checkpoint").text
    lines = text.split("\n")
    changed = "\n".join([lines[0], str(int(lines[1]) - 1), *lines[2:]])
    with pytest.raises(InvalidSignature):
        read_checkpoint(changed, ledger.key)


def test_every_entry_is_proved_to_be_in_it(ledger):
    size, root = ledger.checkpoint
    for index, leaf in enumerate(ledger.leaves(size)):
        proof = ledger.hashes("inclusion", index=index, size=size)
        assert root_of_inclusion(leaf_hash(leaf), index, size, proof) == root


def test_every_state_is_proved_to_begin_with_every_earlier_one(ledger):
    size, root = ledger.checkpoint
    hashes = [leaf_hash(leaf) for leaf in ledger.leaves(size)]
    for first in range(1, size):
        proof = ledger.hashes("consistency", first=first, second=size)
        start = root_hash(hashes[:first])
        assert roots_of_consistency(first, size, start, proof) == (start, root)
    assert ledger.hashes("consistency", first=size, second=size) == []
    assert ledger.hashes("consistency", first=0, second=size) == []


def test_what_entries_say_is_what_they_commit_to(ledger):
    size, _ = ledger.checkpoint
    contents = ledger.get("contents", start=0, end=size - 1).json()["contents"]
    told = [each for each in contents if each["content"] is not None]
    assert told
    for each, leaf in zip(contents, ledger.leaves(size), strict=True):
        if each["content"] is not None:
            salted = base64.b64decode(each["salt"]) + each["content"].encode()
            assert leaf[9:] == hashlib.sha256(salted).digest()
            assert json.loads(each["content"])["kind"].startswith("asset.")


@pytest.mark.parametrize(("path", "query"), [
    ("entries", {}), ("entries", {"start": 0}), ("entries", {"start": 5, "end": 4}),
    ("entries", {"start": -1, "end": 4}), ("entries", {"start": 1 << 40, "end": 1 << 41}),
    ("entries", {"start": "x", "end": 4}), ("proof/inclusion", {"index": 0}),
    ("proof/inclusion", {"index": 0, "size": 1 << 40}), ("proof/inclusion", {"index": 5, "size": 5}),
    ("proof/inclusion", {"index": 1 << 70, "size": 5}),
    ("proof/consistency", {"first": 3, "second": 2}),
    ("proof/consistency", {"first": 1, "second": 1 << 62})])
def test_what_the_ledger_does_not_have_is_refused_with_words(ledger, path, query):
    answer = ledger.get(path, **query)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json()["detail"]


@pytest.fixture
def liar(ledger):
    """Hands on what a ledger says, but for one name in what its entries are shown to say."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer = requests.get(ledger.site + self.path, timeout=30)
            content = answer.content
            if "/contents" in self.path:
                content = content.replace(b"Sample", b"Forged", 1)
            self.send_response(answer.status_code)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_yui_believes_no_content_that_was_not_written(liar):
    with pytest.raises(AssertionError, match="is shown to say is not what was written"):
        yui("ledger", "verify", liar)


def test_yui_verifies_it_over_http_and_from_files(ledger, tmp_path):
    size, root = ledger.checkpoint
    printed = json.loads(yui("ledger", "verify", ledger.site, "--json"))
    encoded = base64.b64encode(root).decode()
    assert (printed["size"], printed["root"]) == (size, encoded)
    assert printed["proofs"] > 0 and printed["contents"] > 0
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "checkpoint").write_text(ledger.get("checkpoint").text)
    for start in range(0, size, 7):
        page = ledger.get("entries", start=start, end=min(start + 6, size - 1))
        (folder / f"entries-{start}.json").write_bytes(page.content)
    printed = json.loads(
        yui("ledger", "verify", folder, "--key", printed["key"], "--json"))
    assert (printed["size"], printed["root"], printed["proofs"]) == (size, encoded, 0)
    for name in ["checkpoint", "entries-0.json", "entries-7.json"]:
        changed = tmp_path / f"changed-{name}"
        shutil.copytree(folder, changed)
        if name == "checkpoint":
            lines = (folder / name).read_text().split("\n")
            lines[1] = str(size - 1)
            (changed / name).write_text("\n".join(lines))
        else:
            entries = json.loads((folder / name).read_text())["entries"]
            leaf = bytearray(base64.b64decode(entries[3]))
            leaf[-1] ^= 1
            entries[3] = base64.b64encode(leaf).decode()
            (changed / name).write_text(json.dumps({"entries": entries}))
        with pytest.raises(AssertionError, match="THE LEDGER CANNOT BE TRUSTED"):
            yui("ledger", "verify", changed)
