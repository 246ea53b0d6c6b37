"""What many places cost: to import, and to ask for by boxes."""

import json
import random
import urllib.parse

import many
from figures import Figure
from load import wrk
from servers import Client

HEADER = [
    "都道府県コード又は市区町村コード", "NO", "都道府県名", "市区町村名", "名称", "名称_カナ", "名称_英語", "住所",
    "方書", "緯度", "経度", "設置者", "電話番号", "内線番号", "SSID", "提供エリア", "URL", "備考",
    "openroaming", "status", "class", "verified_on"]
WEST, SOUTH, SIDE = 139.2, 35.4, 0.9
FEATURES = 100


def write_sites(path, rows, seed=5):
    """Places strewn evenly over a square of nearly a degree."""
    source = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        for row in range(1, rows + 1):
            file.write(
                f"130001,{row},東京都,,第{row}施設,ダイ{row}シセツ,Facility {row},東京都見本町{row % 97}-{row},,"
                f"{SOUTH + source.random() * SIDE:.6f},{WEST + source.random() * SIDE:.6f},東京都,,,"
                f"FREE_Wi-Fi,ロビー,https://www.example.lg.jp/{row},,"
                f"{source.choice(['yes', 'no'])},working,{source.choice(['library', 'park'])},"
                f"2026-0{source.randrange(1, 7)}-15\n")


def importing(yui, server, folder, rows):
    """A new file while somebody writes, and the same again."""
    path = folder / "places.csv"
    write_sites(path, rows)
    seconds = []

    def work():
        seconds.append(many.run_import(yui, path, "wifi-sites")[0])

    beside = many.writing_beside(server, work)
    again = many.run_import(yui, path, "wifi-sites")[0]
    return [
        Figure(f"{rows:,} places imported, new", seconds[0], "s", seconds[0],
               "≤ 10" if rows == 100_000 else ""),
        Figure(f"{rows:,} places imported again, nothing new", again, "s", 0),
        *beside]


def boxes(server, folder, rows):
    """Boxes of about a hundred features, each another one; beside as many bytes from the cache."""
    host = f"{many.MANY_TENANT}.localhost"
    side = SIDE * (FEATURES / rows) ** 0.5
    source = random.Random(3)
    paths = []
    for _ in range(1000):
        west, south = (low + source.random() * (SIDE - side) for low in (WEST, SOUTH))
        bbox = ",".join(f"{edge:.5f}" for edge in (west, south, west + side, south + side))
        paths.append(f"/ogc/collections/wifi-sites/items?f=json&limit=200&bbox={bbox}")
    script = folder / "boxes.lua"
    script.write_text(
        "dofile('report.lua')\nlocal paths = {\n"
        + ",\n".join(json.dumps(path) for path in paths)
        + "\n}\nlocal turn = 0\nfunction request()\n  turn = turn % #paths + 1\n"
        "  return wrk.format('GET', paths[turn])\nend\n")
    client = Client(server, many.MANY_TENANT)
    answers = [client.get(path) for path in paths[:20]]
    size = sum(map(len, answers)) / len(answers)
    features = sum(json.loads(answer)["numberReturned"] for answer in answers) / len(answers)
    cached = "/api/wifi/sites?" + urllib.parse.urlencode({"limit": cached_limit(client, size)})
    found = wrk(server.url("/"), 32, 10, {"Host": host}, script=str(script))
    reference = wrk(server.url(cached), 32, 5, {"Host": host})
    return [
        Figure(f"boxes of {features:.0f} features, {size / 1024:.0f} KiB", found.rate, "/s",
               found.rate, "≥ 5,000"),
        Figure("  beside as many bytes from the cache", found.rate, "/s",
               found.rate / reference.rate, "≥ 0.30", reference.rate, "from the cache"),
        Figure("  p99", found.p99, "ms", 0)]


def cached_limit(client, size):
    """How many sites the list has to tell to be as long."""
    one = len(client.get("/api/wifi/sites?limit=100")) / 100
    return max(1, round(size / one))
