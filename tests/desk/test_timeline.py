"""The time line of one case: what happened, and from when to when each limit ran."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from xinfang_core.drawing.svg_text import width
from xinfang_desk.timeline import drawn

PROXIED = Path(__file__).parents[2] / "docs" / "examples" / "proxied-case.json"
SVG = "{http://www.w3.org/2000/svg}"


def _drawn(policy: str = "jiuyuan", as_of: str = "2026-03-30", file: Path = PROXIED) -> ET.Element:
    return ET.fromstring(drawn((str(file), "--policy", policy, "--as-of", as_of)))  # noqa: S314


def _texts(picture: ET.Element) -> list[str]:
    return [one.text or "" for one in picture.iter(f"{SVG}text")]


class TestTimeline:
    """The drawing."""

    def test_each_day_of_the_history_has_its_name_and_each_limit_its_bar(self) -> None:
        picture = _drawn()
        texts = _texts(picture)
        assert "3-04 签订委托书、启动代办、承诺办结时间" in texts
        assert texts[texts.index("办理期限") :][:2] == ["办理期限", "在期，至 2026-05-06"]
        assert "评估日 2026-03-30" in texts
        days = {one.split()[0] for one in texts if re.match(r"\d+-\d\d ", one)}
        assert len(list(picture.iter(f"{SVG}circle"))) == len(days) == 12

    def test_it_is_told_in_words_to_those_who_do_not_see_it(self) -> None:
        picture = _drawn()
        told = picture.findtext(f"{SVG}desc") or ""
        assert picture.get("role") == "img"
        assert "2026-03-10 见面" in told
        assert "办理期限在期，至 2026-05-06" in told

    def test_names_that_would_cover_each_other_stand_in_lanes(self) -> None:
        boxes = [
            (one.get("x"), one.get("y"), one.get("width"))
            for one in _drawn().iter(f"{SVG}rect")
            if one.get("height") == "17"
        ]
        placed = sorted((int(y or 0), int(x or 0), int(width or 0)) for x, y, width in boxes)
        for (lane, left, wide), (other, right, _) in pairwise(placed):
            assert lane != other or left + wide <= right

    def test_no_month_is_named_beyond_the_edge(self, tmp_path: Path) -> None:
        file = tmp_path / "one.json"
        events = [{"kind": "receive", "at": "2012-03-15"}]
        file.write_text(json.dumps([{"case_no": "甲", "events": events}]), encoding="utf-8")
        picture = _drawn("national", "2013-01-02", file)
        (last,) = (one for one in picture.iter(f"{SVG}text") if one.text == "2013年1月")
        assert int(last.get("x", "0")) + width("2013年1月", 12) <= 900

    def test_a_case_of_which_nothing_is_known_has_a_line_too(self, tmp_path: Path) -> None:
        file = tmp_path / "one.json"
        file.write_text('[{"case_no": "甲<1>"}]', encoding="utf-8")
        picture = _drawn("national", file=file)
        assert picture.findtext(f"{SVG}title") == "时间线：甲<1>"
        assert "没有已经起算的期限" in _texts(picture)
