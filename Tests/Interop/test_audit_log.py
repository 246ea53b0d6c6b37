"""The audit log's root, computed anew by RFC 6962 alone, is the one that Yui prints."""

import hashlib
import json

def root_hash(leaves):
    """The Merkle tree hash of RFC 6962, section 2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(
        b"\1" + root_hash(leaves[:split]) + root_hash(leaves[split:])).digest()


def test_the_root_follows_from_the_stored_leaves(demo):
    tenant = "131041-audit"
    demo.yui("tenant", "create", tenant)
    sizes = set()
    for number in range(11):
        demo.yui("token", "create", "--tenant", tenant, "--scope", "reviews:read",
                 "--name", f"token {number}")
        leaves = [leaf for leaf, in demo.rows(
            tenant, "SELECT leaf FROM yui_audit_leaves ORDER BY position")]
        contents = demo.rows(
            tenant, "SELECT salt, content FROM yui_audit_contents ORDER BY position")
        printed = json.loads(demo.yui("audit", "verify", "--tenant", tenant, "--json"))
        assert printed["size"] == len(leaves)
        assert printed["root"] == root_hash(leaves).hex()
        # docs/formats/transparency-log.md: a version, the time, SHA-256(salt, content).
        for leaf, (salt, content) in zip(leaves, contents, strict=True):
            assert leaf[-32:] == hashlib.sha256(salt + content.encode()).digest()
        sizes.add(len(leaves))
    assert len(sizes) == 11, "each token left its entry"
