"""What YuiQRCode draws is what ZXing reads."""

import json
import os
import pathlib
import random
import re
import subprocess

import numpy
import pytest
import zxingcpp

from yui_demo import REPOSITORY

ANSWERS = pathlib.Path(
    os.environ.get("QR_CODE_ANSWERS", REPOSITORY / ".build/debug/qr-code-answers"))
SHAPE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")
MODULE = 3  # pixels


def drawings(questions):
    """What our library draws for each text and level."""
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([ANSWERS], input=asked, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def picture(drawing):
    """A drawing in black and white."""
    pixels = numpy.full((drawing["side"],) * 2, 255, dtype=numpy.uint8)
    assert not SHAPE.sub("", drawing["path"])
    for column, row, length in SHAPE.findall(drawing["path"]):
        pixels[int(row), int(column):int(column) + int(length)] = 0
    return numpy.kron(pixels, numpy.ones((MODULE, MODULE), dtype=numpy.uint8))


def texts(chance):
    """Addresses and other texts, of one byte to the most there may be."""
    alphabets = ["0123456789", "abcdefghijklmnopqrstuvwxyz:/?=&%-.", "ABC 123$%", "窓口の評価ゐ", "é漢🙂a"]
    for length in [1, 2, 14, 15, 26, 27, 80, 200, 500]:
        for alphabet in alphabets:
            text = "".join(chance.choice(alphabet) for _ in range(length))
            while len(text.encode()) > 500:
                text = text[:-1]
            yield text


@pytest.mark.parametrize("level", ["medium", "quartile"])
def test_every_symbol_is_read_as_the_text_it_was_made_of(level):
    asked = list(texts(random.Random(18004)))
    for text, drawing in zip(asked, drawings((text, level) for text in asked), strict=True):
        found = zxingcpp.read_barcodes(picture(drawing))
        assert [code.text for code in found] == [text]
        assert found[0].ec_level == {"medium": "M", "quartile": "Q"}[level]


def test_a_symbol_outlives_the_loss_its_level_promises():
    text = "https://131041.example.lg.jp/r/7k3m9q"
    [drawing] = drawings([(text, "quartile")])
    pixels = picture(drawing)
    # A spot of a tenth of the area, away from the corners.
    middle, spot = pixels.shape[0] // 2, pixels.shape[0] // 7
    pixels[middle - spot:middle + spot, middle - spot:middle + spot] = 255
    assert [code.text for code in zxingcpp.read_barcodes(pixels)] == [text]
