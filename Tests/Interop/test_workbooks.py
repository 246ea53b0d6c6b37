"""Workbooks of other programs are read as they were typed, and ours as they were written."""

import datetime
import json
import os
import pathlib
import subprocess

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from yui_demo import REPOSITORY

ANSWERS = pathlib.Path(os.environ.get("TABLE_ANSWERS", REPOSITORY / ".build/debug/table-answers"))


def read(path, *sheet):
    """Our rows of a workbook, each with its number and its problem."""
    done = subprocess.run(
        [ANSWERS, "read", path, *sheet], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def cells(path, *sheet):
    rows = read(path, *sheet)
    assert not [row["problem"] for row in rows if row.get("problem")]
    return [row["cells"] for row in rows]


def write(rows):
    """Our workbook of rows, the first of which is the header."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return subprocess.run(
        [ANSWERS, "write"], input=lines.encode(), capture_output=True, check=True).stdout


def test_openpyxl(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["コード", "名称", "値", "日", "時刻", "可否"])
    sheet.append(["00123", " 髙島屋 ", 123456789012345, datetime.date(2026, 4, 1),
                  datetime.datetime(2026, 4, 1, 9, 30), True])
    sheet.append(["=A1", "a\nb\tc", 0.1, datetime.date(1900, 3, 1), datetime.time(23, 59, 59), False])
    sheet["A3"].data_type = "s"
    sheet.append([None, None, 35.658581, None, datetime.timedelta(hours=30, minutes=5), None])
    sheet["B4"] = CellRichText("保", TextBlock(InlineFont(b=True), "育"), "園")
    sheet["A8"] = "x_x0041_y"
    sheet["D8"] = 46113
    sheet["D8"].number_format = 'ggge"年"m"月"'
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [
        ["コード", "名称", "値", "日", "時刻", "可否"],
        ["00123", " 髙島屋 ", "123456789012345", "2026-04-01", "2026-04-01T09:30:00+09:00", "true"],
        ["=A1", "a\nb\tc", "0.1", "1900-03-01", "23:59:59", "false"],
        ["", "保育園", "35.658581", "", "30:05", ""],
        ["xAy", "", "", "2026-04", "", ""]]  # as Excel shows it
    assert [row["line"] for row in read(tmp_path / "a.xlsx")] == [1, 2, 3, 4, 8]


@pytest.mark.parametrize("options", [
    {}, {"constant_memory": True}, {"date_1904": True}], ids=["usual", "inline", "1904"])
def test_xlsxwriter(tmp_path, options):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path, options)
    day, month = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"num_format": "mmm-yy"})
    book.add_worksheet("空")
    sheet = book.add_worksheet("名簿")
    book.add_worksheet("隠し").hide()
    sheet.write_row(0, 0, ["名", "数", "日", "月", "式", "真"])
    sheet.write_string(2, 0, "0001")
    sheet.write_number(2, 1, 1.1)
    sheet.write_datetime(2, 2, datetime.date(2024, 2, 29), day)
    sheet.write_datetime(2, 3, datetime.date(2026, 4, 1), month)
    sheet.write_formula(2, 4, "=1+1", None, 2)
    sheet.write_boolean(2, 5, True)
    sheet.merge_range("A4:A5", "結合")
    sheet.write_number("B4", 1e21)
    sheet.write_number("B5", -0.000001)
    book.close()
    expected = [
        ["名", "数", "日", "月", "式", "真"], ["0001", "1.1", "2024-02-29", "2026-04", "2", "true"],
        ["結合", "1000000000000000000000", "", "", "", ""], ["結合", "-0.000001", "", "", "", ""]]
    assert cells(path) == expected
    assert cells(path, "名簿") == expected


def test_errors_and_formulas_without_result_are_named(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append(["=1+1", "#REF!"])
    book.save(tmp_path / "a.xlsx")
    assert "A2 is a formula saved without its result" in read(tmp_path / "a.xlsx")[1]["problem"]
    book.active["A2"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert "B2 is an error (#REF!)" in read(tmp_path / "a.xlsx")[1]["problem"]


def test_openpyxl_reads_ours(tmp_path):
    rows = [
        ["code", "名称", "n", "日"], ["00123", "=1+1", 5, {"date": "2026-04-01"}],
        [" a ", "改\n行 <&> \"_x0041_\"", 0.1, {"date": "1900-03-01"}],
        ["12345678901234567", None, 12345678901234567, True]]
    (tmp_path / "a.xlsx").write_bytes(write(rows))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.active
    assert sheet.title == "表" and sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b and not sheet["A2"].font.b
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found[0] == rows[0]
    assert found[1] == ["00123", "=1+1", 5, datetime.datetime(2026, 4, 1)]
    assert sheet["B2"].data_type in {"s", "inlineStr"}
    assert found[2][0] == " a " and found[2][2:] == [0.1, datetime.datetime(1900, 3, 1)]
    assert found[2][1].replace("_x005F_", "_") == rows[2][1]
    assert found[3] == ["12345678901234567", None, "12345678901234567", True]
    assert sheet["D2"].number_format == r"yyyy\-mm\-dd" and sheet["A2"].number_format == "@"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width


def test_a_long_workbook_is_read_to_its_end(tmp_path):
    rows = [["行", "数"]] + [[f"行{number}", number] for number in range(20000)]
    (tmp_path / "a.xlsx").write_bytes(write(rows))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", read_only=True).active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == rows
