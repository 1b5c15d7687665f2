"""How examples came out, as JUnit XML (算例报告), which build servers show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from xinfang_core.examples.reports.lines import place_of, told
from xinfang_core.examples.results import Verdict, by_file, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.examples.results import Result

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML does not take."""


def junit_report(results: Sequence[Result]) -> str:
    """A suite for each file, a test for each example; those that nobody confirmed are skipped."""
    whole = ET.Element("testsuites", _counts(results))
    for file, found in by_file(results).items():
        suite = ET.SubElement(whole, "testsuite", {"name": _plain(file), **_counts(found)})
        for one in found:
            _add_test(suite, file, one)
    ET.indent(whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(whole, encoding="unicode")}\n'


def _counts(results: Sequence[Result]) -> dict[str, str]:
    found = counted(results)
    return {
        "tests": str(found.total),
        "failures": str(found.mismatched),
        "errors": "0",
        "skipped": str(found.unconfirmed),
    }


def _add_test(suite: ET.Element, file: str, one: Result) -> None:
    """One example."""
    place = {"classname": _plain(file), "name": _plain(one.example.key), "file": one.example.path}
    line = {"line": str(one.example.row.line)} if one.example.row.line else {}
    test = ET.SubElement(suite, "testcase", {**place, **line})
    if one.verdict is Verdict.unconfirmed:
        ET.SubElement(test, "skipped", {"message": one.verdict.text()})
    for wrong in one.mismatches:
        place_text, lines = place_of(one, wrong.cell), list(told(one, wrong))
        message = {"message": _plain(f"{place_text}：{lines[0]}"), "type": wrong.cell}
        ET.SubElement(test, "failure", message).text = _plain("\n".join(lines))


def _plain(text: str) -> str:
    """A text as XML takes it."""
    return _UNWRITABLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
