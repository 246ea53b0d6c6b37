"""Whatever is made of a profile of OpenRoaming is taken by the programs it is for."""

import base64
import email
import pathlib
import plistlib
import re
import signal
import subprocess
import uuid
import xml.etree.ElementTree as ElementTree

import pytest

from openroaming import WHOLE, answer, answers, files, freeradius, radsecproxy, run, values

SMALL = {
    "rcois": "5A03BA0000", "wbaid": "", "operator_names": "", "venue_names": "", "venue_url": "",
    "domains": "", "realms": "", "server_names": "", "venue": "0,0"}
LARGE = {
    "ssid": "無料Wi-Fi", "rcois": "5A03BA0000\n5A03BA1000\n004096\n5A03BA0400\nBAA2D04100",
    "settlement": "settled",
    "venue": "other", "venue_other": "10,7", "network_type": "14", "ipv4": "7", "ipv6": "2",
    "operator_names": "jpn:市\neng:City\nkor:시\nzho:市\nvie:Thành phố",
    "venue_names": "jpn:" + "あ" * 84 + "\neng:" + "a" * 252,
    "domains": "\n".join(f"d{number}.example.org" for number in range(30)),
    "realms": "0,example.org;example.net,13[5:6],21[2:4][5:7]\n"
              "0,wlan.mnc010.mcc440.3gppnetwork.org,18[5:1],23[5:2],50[5:2]\n1,日本のレルム,21[2:4]",
    "cells": "440,10\n440,20\n310,410", "hessid": "02:03:04:05:06:07", "anqp_domain": "65535"}
# Names that would break out of one format or another.
HOSTILE = [
    'a"b\'c`d', "</string></dict>", "} realm * {", "]]><!--", "${confdir} %{User-Name} %0a %41",
    "\\\\ \\' \\n \\x41", "# comment ; x", "$(reboot) `reboot` | ; &", "a\nroaming_consortium=00",
    "a\r\nsecret x", "a\u2028b\u2029c\u0085d", "a\u0000b\u001bc\ufffe", "{{x}} <%= x %>", "&amp; &lt;",
    "=cmd|' /C calc'!A0", "jpn:eng:x", "  両端の空白  ", "🏯" * 63]


# MARK: hostapd

def hostapd(folder, configuration, secret="testing123"):
    """What hostapd says of a configuration, on no radio at all."""
    radio = re.compile(r"(?ms)^# --- 電波.*?(?=^# ---)")
    assert len(radio.findall(configuration)) == 1
    # A driver without radio never hears of a country, for which hostapd would wait.
    text = radio.sub("interface=lo\ndriver=none\nhw_mode=g\nchannel=1\n", configuration)
    text = text.replace("auth_server_shared_secret=\n", f"auth_server_shared_secret={secret}\n")
    path = folder / "hostapd.conf"
    path.write_text(text)
    return until_enabled(path)


def until_enabled(path):
    """Runs hostapd until it is ready to work or ends by itself, at most for ten seconds."""
    # Line by line, also into a pipe.
    with subprocess.Popen(
            ["stdbuf", "-oL", "timeout", "-s", "INT", "10", "hostapd", path],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        said = []
        for line in running.stdout:
            said.append(line)
            if "AP-ENABLED" in line:
                running.send_signal(signal.SIGINT)
        running.wait()
    return "".join(said)


def is_taken(said):
    """Whether hostapd was ready to work."""
    return "AP-ENABLED" in said and "errors found" not in said and "Line " not in said


@pytest.mark.parametrize("fields", [
    {}, SMALL, LARGE, {"security": "WPA2-Enterprise"}, {"security": "WPA3-Enterprise"},
    {"passpoint": "", "internet": "", "asra": "yes"}])
def test_hostapd_takes_the_configuration(tmp_path, fields):
    said = hostapd(tmp_path, files(**fields)["hostapd.conf"])
    assert is_taken(said), said


def test_hostapd_refuses_the_configuration_until_there_is_a_secret(tmp_path):
    said = hostapd(tmp_path, files()["hostapd.conf"], secret="")
    assert "empty shared secret is not allowed" in said and "1 errors found" in said


def test_hostapd_is_told_what_the_profile_says():
    configuration = files(**LARGE)["hostapd.conf"]
    assert values(configuration, "roaming_consortium") == [
        "5a03ba0000", "5a03ba1000", "004096", "5a03ba0400", "baa2d04100"]
    assert values(configuration, "venue_name") == LARGE["venue_names"].split("\n")
    assert values(configuration, "nai_realm") == LARGE["realms"].split("\n")
    assert values(configuration, "anqp_3gpp_cell_net") == ["440,10;440,20;310,410"]
    assert values(configuration, "domain_name") == [LARGE["domains"].replace("\n", ",")]
    assert values(configuration, "hs20_oper_friendly_name") == LARGE["operator_names"].split("\n")
    assert (values(configuration, "venue_group"), values(configuration, "venue_type")) == (["10"], ["7"])
    # (7 & 0x3f) << 2 | 2, as the example of hostapd.conf says.
    assert values(configuration, "ipaddr_type_availability") == ["1e"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_of_a_site_stays_a_name_in_hostapd(tmp_path, name):
    configuration = files(site={"name": name, "name_en": name})["hostapd.conf"]
    usual = files(site={"name": "x", "name_en": "y"})["hostapd.conf"]
    assert len(configuration.splitlines()) == len(usual.splitlines())
    assert values(configuration, "roaming_consortium") == ["5a03ba0000"]
    assert len(values(configuration, "venue_name")) == 2
    said = hostapd(tmp_path, configuration)
    assert is_taken(said), said


# MARK: Bad input

BAD = {
    # What hostapd says itself; None where it takes what means nothing, or something else.
    "odd": ("rcois", "5A03BA000", "Line 1: invalid roaming_consortium", "is odd"),
    "short": ("rcois", "5A03", "Line 1: invalid roaming_consortium", "3 octets"),
    "not hexadecimal": ("rcois", "5A03BAXY", "Line 1: invalid roaming_consortium", "hexadecimal"),
    "no language": ("venue_names", "Central Library", "Line 1: Invalid venue_name", "ISO 639-2"),
    "long name": ("venue_names", "eng:" + "a" * 253, "Line 1: Invalid venue_name", "252 octets"),
    "no language of operator": (
        "operator_names", "Example City", "Line 1: Invalid hs20_oper_friendly_name", "ISO 639-2"),
    "no encoding": ("realms", "example.org,21[2:4]", None, "number of the encoding"),
    "no realm": ("realms", "0", "Line 1: ", "Name a realm"),
    "short country": ("cells", "44,10", "Line 1: Invalid anqp_3gpp_cell_net", "3 digits"),
}
KEYS = {
    "rcois": "roaming_consortium", "venue_names": "venue_name", "realms": "nai_realm",
    "operator_names": "hs20_oper_friendly_name", "cells": "anqp_3gpp_cell_net"}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_in_words(tmp_path, case):
    field, value, theirs, ours = BAD[case]
    said = answer(**{field: value})
    assert set(said["problems"]) == {field} and not said["files"]
    assert ours in said["problems"][field] and value[:40] in said["problems"][field]
    (tmp_path / "bad.conf").write_text(f"{KEYS[field]}={value}\ninterface=lo\ndriver=none\n")
    code, output = run("timeout", "-s", "INT", "2", "hostapd", tmp_path / "bad.conf")
    if theirs:
        assert code == 1 and theirs in output
    else:
        assert "Line 1" not in output


def test_passpoint_needs_enterprise_as_hostapd_says(tmp_path):
    for security in ["Open", "WPA2-Personal", "Enhanced Open", "Open\nWPA2-Enterprise"]:
        said = answer(security=security)
        assert set(said["problems"]) == {"security"}, security
    configuration = files()["hostapd.conf"]
    said = hostapd(tmp_path, re.sub("(?m)^wpa=2$", "wpa=1", configuration))
    assert "WPA2-Enterprise/CCMP configuration is required for Hotspot 2.0" in said


# MARK: radsecproxy

@pytest.mark.parametrize("fields", [{}, SMALL, LARGE, {"front_end": "radsecproxy"}, {
    "front_end": "radsecproxy", "access_points": "2001:db8::/32"}])
def test_radsecproxy_takes_the_configuration(tmp_path, fields):
    path = radsecproxy(tmp_path, files(**fields)["radsecproxy.conf"])
    code, said = run("radsecproxy", "-f", "-p", "-c", path)
    # It says so too where a certificate could not be loaded, but not that alone.
    assert (code, said.strip()) == (0, "All OK so far; exiting since only pretending")


def test_radsecproxy_refuses_the_configuration_until_there_is_a_secret(tmp_path):
    path = radsecproxy(tmp_path, files()["radsecproxy.conf"])
    (tmp_path / "clients.secret").unlink()
    code, said = run("radsecproxy", "-f", "-p", "-c", path)
    assert code == 1 and "clients.secret" in said


def test_radsecproxy_takes_no_server_that_is_not_there(tmp_path):
    configuration = files()["radsecproxy.conf"].replace("  server openroaming", "  server missing")
    code, said = run("radsecproxy", "-f", "-p", "-c", radsecproxy(tmp_path, configuration))
    assert "no server named missing" in said


def test_the_realm_that_takes_everything_stands_last():
    realms = re.findall(r"(?m)^realm (\S+)", files(**LARGE)["radsecproxy.conf"])
    assert realms[-1] == "*" and realms.count("*") == 1


# MARK: Finding the server of a realm

DIG = """#!/bin/sh
for word; do last=$word; done
echo "$@" >> "$DIG_LOG"
case "$*" in
  *"NAPTR example.org") cat <<'END' ;;
50 50 "s" "x-eduroam:radius.tls" "" _radsec._tcp.eduroam.example.org.
100 10 "s" "aaa+auth:radius.tls.tcp" "" _second._tcp.example.org.
50 20 "S" "AAA+auth:radius.tls.tcp" "" _first._tcp.example.org.
10 10 "a" "aaa+auth:radius.tls.tcp" "" direct.example.org.
10 10 "s" "aaa+auth:radius.tls.tcp" "" $(reboot).example.org.
END
  *"NAPTR wlan.mnc010.mcc440.pub.3gppnetwork.org")
    echo '1 1 "s" "aaa+auth:radius.tls.tcp" "" _first._tcp.example.org.' ;;
  *"SRV _first._tcp.example.org.") cat <<'END' ;;
20 0 2084 late.example.org.
5 0 2083 early.example.org.
5 0 20;83 bad.example.org.
END
  *"SRV _second._tcp.example.org.") echo '0 0 2083 other.example.org.' ;;
esac
"""


@pytest.fixture
def lookup(tmp_path):
    """Runs the program with a DNS of our own; its exit code, what it said, and what was asked."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/dig").write_text(DIG)
    (tmp_path / "bin/dig").chmod(0o755)
    program = tmp_path / "openroaming-lookup"
    program.write_text(files()["openroaming-lookup"])
    program.chmod(0o755)

    def ask(*words):
        log = tmp_path / "log"
        log.write_text("")
        code, said = run(program, *words, env={
            "PATH": f"{tmp_path}/bin:/usr/bin:/bin", "DIG_LOG": str(log)})
        return code, said, log.read_text()
    return ask


def test_the_server_of_a_realm_is_found_in_the_order_of_the_dns(lookup):
    code, said, _ = lookup("example.org")
    assert code == 0
    assert said == (
        "server dynamic_radsec.example.org {\n\thost early.example.org:2083\n"
        "\thost late.example.org:2084\n\thost other.example.org:2083\n\ttype TLS\n}\n")


def test_the_realm_of_a_mobile_operator_is_asked_for_under_its_public_name(lookup):
    for realm in ["wlan.mnc010.mcc440.3gppnetwork.org", "wlan.mnc010.mcc440.pub.3gppnetwork.org"]:
        code, said, asked = lookup(realm)
        assert code == 0 and said.startswith(f"server dynamic_radsec.{realm} {{\n")
        assert "NAPTR wlan.mnc010.mcc440.pub.3gppnetwork.org\n" in asked


def test_nobody_is_asked_for_what_is_no_realm(lookup):
    for realm in ["", "a b", "-f", ".example.org", "a;reboot", "$(reboot)", "a\nb", "日本", "a/b", "a@b"]:
        code, said, asked = lookup(realm)
        assert code == 1 and not asked and "server" not in said, realm
    assert lookup()[0] == 1
    assert lookup("unknown.example.org")[:2] == (10, "")


def test_the_program_is_plain_shell(tmp_path):
    (tmp_path / "lookup").write_text(files()["openroaming-lookup"])
    assert run("dash", "-n", tmp_path / "lookup") == (0, "")


# MARK: FreeRADIUS

SECRETS = "openroaming_access_point_secret = 'ap secret'\nopenroaming_proxy_secret = 'proxysecret'\n"


@pytest.mark.parametrize("fields", [{}, SMALL, LARGE, {"access_points": "2001:db8::/32"}])
def test_freeradius_takes_the_site(tmp_path, fields):
    folder = freeradius(
        tmp_path / "raddb", files(**fields | {"front_end": "freeradius"})["freeradius-openroaming"])
    code, said = run("freeradius", "-XC", "-d", folder)
    assert code == 1 and "openroaming-secrets.conf" in said.splitlines()[-2]
    (folder / "openroaming-secrets.conf").write_text(SECRETS)
    code, said = run("freeradius", "-XC", "-d", folder)
    assert (code, said.splitlines()[-1]) == (0, "Configuration appears to be OK")
    assert "virtual_server = \"openroaming\"" in said


def test_without_freeradius_there_is_no_site_for_it():
    said = answer(front_end="radsecproxy")
    assert "radsecproxy answers the access points" in said["refused"]["freeradius-openroaming"]
    assert "freeradius-openroaming" not in said["files"]


# MARK: Files for phones

def test_the_file_for_apple_says_what_the_profile_says():
    profile = plistlib.loads(files()["openroaming.mobileconfig"].encode())
    [network] = profile.pop("PayloadContent")
    assert profile["PayloadType"] == "Configuration" and profile["PayloadVersion"] == 1
    assert network["PayloadType"] == "com.apple.wifi.managed" and network["PayloadVersion"] == 1
    assert network["IsHotspot"] is True and network["EncryptionType"] == "WPA2"
    assert network["RoamingConsortiumOIs"] == ["5A03BA0000"]
    assert network["DomainName"] == "wifi.city.example.lg.jp"
    assert network["NAIRealmNames"] == ["example.org"]
    assert network["DisplayedOperatorName"] == "例示市"
    signing_in = network["EAPClientConfiguration"]
    assert signing_in["AcceptEAPTypes"] == [21]
    assert signing_in["TTLSInnerAuthentication"] == "MSCHAPv2"
    assert signing_in["TLSTrustedServerNames"] == ["radius.example.org"]
    # Pure Passpoint, and nobody's credentials.
    assert not {"SSID_STR", "Password"} & network.keys()
    assert not {"UserName", "UserPassword"} & signing_in.keys()


def test_the_ids_of_the_file_for_apple_follow_from_its_names():
    first, again, other = answers(
        {"form": WHOLE}, {"form": WHOLE | {"ssid": "other"}}, {"form": WHOLE | {"domains": "a.example.org"}})
    ids = [plistlib.loads(said["files"]["openroaming.mobileconfig"].encode())["PayloadUUID"]
           for said in (first, again, other)]
    assert ids[0] == ids[1] != ids[2]
    assert all(uuid.UUID(text).version == 8 and text == text.upper() for text in ids)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_phones_are_told_every_consortium_of_openroaming(count):
    rcois = ["5A03BA0000", "004096", "5A03BA0400"][:count]
    made = files(rcois="\n".join([*rcois, "001BC50460", "0123456789AB"]))
    [network] = plistlib.loads(made["openroaming.mobileconfig"].encode())["PayloadContent"]
    assert network["RoamingConsortiumOIs"] == rcois
    assert android(made)["HomeSP"]["RoamingConsortiumOI"] == ",".join(rcois).lower()


def android(made):
    """The subscription in the envelope, as nested dictionaries."""
    decoded = base64.b64decode(made["openroaming-android.config"]).decode()
    # Android reads header fields by these very names.
    assert decoded.startswith(
        "Content-Type: multipart/mixed; boundary=_openroaming_\nContent-Transfer-Encoding: base64\n\n")
    message = email.message_from_string(decoded)
    [part] = message.get_payload()
    assert part.get_content_type() == "application/x-passpoint-profile"
    tree = ElementTree.fromstring(part.get_payload(decode=True))
    space = "{syncml:dmddf1.2}"
    assert tree.tag == f"{space}MgmtTree" and tree.findtext(f"{space}VerDTD") == "1.2"
    root = tree.find(f"{space}Node")
    assert root.findtext(f".//{space}DDFName") == "urn:wfa:mo:hotspot2dot0-perprovidersubscription:1.0"

    def read(node):
        children = node.findall(f"{space}Node")
        inner = {child.findtext(f"{space}NodeName"): read(child) for child in children}
        return inner or node.findtext(f"{space}Value")
    return read(root)["i001"]


def test_the_file_for_android_says_what_the_profile_says():
    assert android(files()) == {
        "HomeSP": {
            "FriendlyName": "例示市", "FQDN": "wifi.city.example.lg.jp",
            "RoamingConsortiumOI": "5a03ba0000"},
        "Credential": {"Realm": "example.org", "UsernamePassword": {
            "Username": "", "Password": "",
            "EAPMethod": {"EAPType": "21", "InnerMethod": "MS-CHAP-V2"}}},
        "Extension": {"Android": {"AAAServerTrustedNames": {"FQDN": "radius.example.org"}}}}


def test_the_envelope_has_lines_of_76_characters():
    lines = files(**LARGE)["openroaming-android.config"].splitlines()
    assert {len(line) for line in lines[:-1]} == {76}


def test_files_for_phones_need_a_realm_and_a_domain():
    for fields, words in [({"realms": ""}, "EAP-TTLS"), ({"domains": ""}, "domain name")]:
        refused = answer(**fields)["refused"]
        for name in ["openroaming.mobileconfig", "openroaming-android.config"]:
            assert words in refused[name]


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.isprintable()])
def test_a_hostile_name_of_an_operator_stays_a_name_on_phones(name):
    made = files(operator_names=f"jpn:{name}")
    profile = plistlib.loads(made["openroaming.mobileconfig"].encode())
    assert profile["PayloadOrganization"] == name.strip()
    assert android(made)["HomeSP"]["FriendlyName"] == name.strip()


# MARK: All of them

@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_never_adds_a_line(name):
    said, usual = answers({"form": WHOLE | {"name_ja": name}}, {"form": WHOLE | {"name_ja": "x"}})
    if said["problems"]:
        assert set(said["problems"]) == {"name_ja"} and not said["files"]
        return
    for file, text in said["files"].items():
        assert len(text.splitlines()) == len(usual["files"][file].splitlines()), file


def test_no_file_holds_a_secret():
    for file, text in files(**LARGE).items():
        for line in text.splitlines():
            if re.match(r"\s*(secret|auth_server_shared_secret)\b", line):
                assert re.search(r"(radsec|\$\{[a-z_]+\}|=)$", line), (file, line)
            assert "password =" not in line.lower()


def test_paths_that_are_not_plain_are_refused():
    for path in ["relative", "/a b", "/a;b", "/a\"b", "/", "/a\nb", "/日本", "/${x}", "/a%41"]:
        for field in ["key", "certificate", "authorities", "lookup"]:
            assert set(answer(**{field: path})["problems"]) == {field}, path
