"""The figures as a table to read or as JSON to keep."""

import json


def as_json(machine, figures, answers, problems):
    return json.dumps(
        {
            "machine": machine,
            "answers": answers,
            "figures": [
                {
                    "name": figure.name.strip(), "value": round(figure.value, 3),
                    "unit": figure.unit,
                    "judged": round(figure.judged, 3) if figure.target else None,
                    "target": figure.target or None, "met": figure.is_met,
                    "reference": figure.reference and round(figure.reference, 3),
                    "referenceName": figure.reference_name or None,
                }
                for figure in figures
            ],
            "problems": problems,
        },
        ensure_ascii=False, indent=2)


def as_table(machine, figures, answers, problems):
    lines = [
        f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"Linux {machine['kernel']}",
        f"fdatasync of 4 KiB: {machine['fdatasyncMilliseconds']} ms, p99 "
        f"{machine['fdatasyncP99Milliseconds']} ms; the load generator shares the cores",
        "",
        f"{'':50}{'measured':>14}   {'beside':<21}{'ratio':>6}   target",
    ]
    for figure in figures:
        beside = ratio = ""
        if figure.reference is not None:
            beside = f"{figure.reference_name} {number(figure.reference, figure.unit)}"
            ratio = f"{figure.judged:.2f}"
        verdict = {True: "  met", False: "  MISSED", None: ""}[figure.is_met]
        measured = number(figure.value, figure.unit)
        lines.append(
            f"{figure.name:50}{measured:>14}   {beside:<21}{ratio:>6}   "
            f"{figure.target}{verdict}".rstrip())
    lines += ["", f"{answers:,} answers counted, none of them an error"]
    lines += [f"NOT MEASURED  {problem}" for problem in problems]
    return "\n".join(lines)


def number(value, unit):
    digits = 0 if unit == "/s" else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"
