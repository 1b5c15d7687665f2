"""A document as PDF."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from made_fonts import needed
from servers import found
from written_documents import WORDS, document, everything
from xinfang_core.documents.blocks import Bar, Bars, Heading, Items, Paragraph, Run, Table
from xinfang_core.documents.writers.pdf import MOST_CELLS, Pdf, pdf
from xinfang_core.documents.writers.pdf_content import content
from xinfang_core.errors import MisuseError
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.documents.blocks import Block


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    needed()


def text_of(made: Pdf, folder: Path) -> str:
    """What a reader of PDF finds in it."""
    path = folder / "made.pdf"
    path.write_bytes(made.content)
    done = subprocess.run(
        [found("pdftotext"), "-layout", path, "-"], check=True, capture_output=True, text=True
    )
    return "".join(done.stdout.split())


class TestThePages:
    """What stands on them."""

    def test_all_words_do(self, tmp_path: Path) -> None:
        made = pdf(document(*everything("信访𠮷"), title="手册", contents=True))
        told = text_of(made, tmp_path)
        assert told.startswith("手册目录信访𠮷")
        assert told.count("信访𠮷") > 40
        assert "〔信访𠮷〕" in told
        assert "—1—" in told
        made_by = f"办法jiuyuan@2025-01-01摘要{'ab' * 32}读者公众"
        assert f"制作依据项目内容{made_by}—2—" in told

    def test_heads_are_repeated_over_pages(self, tmp_path: Path) -> None:
        rows = tuple((str(number), "件") for number in range(100))
        told = text_of(pdf(document(Table(("序号", "数"), rows))), tmp_path)
        assert told.count("序号") > 1

    def test_whatever_the_words_are_nothing_of_typst_is_read(self, tmp_path: Path) -> None:
        words = '#sys.inputs $x$ *a* @b <c> = d // e #include "f" \\ [g] {{ h }} `i` ~ _j_'
        told = text_of(pdf(document(Paragraph(words))), tmp_path)
        assert "".join(words.split()) in told

    @settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(WORDS)
    def test_whatever_the_words_are_there_is_a_file(self, words: str) -> None:
        made = pdf(document(*everything(words), title=words, contents=True, landscape=True))
        assert made.content.startswith(b"%PDF-")
        assert made.content.rstrip().endswith(b"%%EOF")

    @pytest.mark.parametrize("sign", ["访", "a"])
    def test_long_words_go_on_over_pages(self, sign: str) -> None:
        words = sign * 4_000
        long = document(Table((words, "数"), ((words, "1"),)), Paragraph(words))
        assert pdf(long).content.startswith(b"%PDF-")


class TestTheSameBytes:
    """Of the same document and fonts, wherever and whenever it is made."""

    def test_it_is_so_elsewhere(self, tmp_path: Path) -> None:
        code = (
            "import sys; from written_documents import document, everything;"
            "from xinfang_core.documents.writers.pdf import pdf;"
            "sys.stdout.buffer.write(pdf(document(*everything(), contents=True)).content)"
        )
        paths = os.pathsep.join(filter(None, sys.path))
        base = {**os.environ, "PYTHONPATH": paths, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
        made = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=tmp_path,
            env={**base, "PYTHONHASHSEED": "7"},
        ).stdout
        assert made == pdf(document(*everything(), contents=True)).content


class TestFonts:
    """Those that are absent, and characters that none has, are told."""

    def test_absent_fonts_and_characters(self) -> None:
        made = pdf(document(Paragraph("甲\U000f0000\U000323af")))
        assert dict(made.replaced).get("方正小标宋简体") != "方正小标宋简体"
        assert made.missing == ("\U000323af", "\U000f0000")

    def test_a_folder_of_fonts_is_looked_into(self, tmp_path: Path) -> None:
        usual = pdf(document())
        assert pdf(document(), (tmp_path,)) == usual


class TestWhatIsRefused:
    """Before anything is set."""

    def test_more_cells_than_memory_holds(self) -> None:
        rows = (("甲", "乙"),) * (MOST_CELLS // 2 + 1)
        with pytest.raises(MisuseError, match="16002 格，PDF 最多 16000 格"):
            pdf(document(Table(("项", "数"), rows)))

    def test_the_extra_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("xinfang_core.documents.writers.pdf.find_spec", lambda _: None)
        with pytest.raises(MisuseError, match=r"xinfang-core\[pdf\]"):
            pdf(document())


class TestTheData:
    """What the page is given: words, never source."""

    def given(self, *blocks: Block, title: str = "题") -> dict[str, Any]:
        told: dict[str, Any] = json.loads(content(document(*blocks, title=title), {}))
        return told

    def test_of_two_places_of_one_name_links_lead_to_the_first(self) -> None:
        linked = (Run("甲", link="a"), Run("乙", link="b"))
        [first, second, told, *_] = self.given(
            Heading(1, "一", "a"), Heading(1, "二", "a"), Paragraph(linked)
        )["blocks"]
        assert (first["anchor"], second["anchor"]) == ("a", "")
        assert told["words"] == [{"lines": ["甲"], "link": "a"}, {"lines": ["乙"]}]

    def test_a_long_title_is_short_at_the_top_of_pages(self) -> None:
        assert self.given(title="题" * 41)["short"] == "题" * 40 + "…"

    def test_lines_and_looks(self) -> None:
        [items, *_] = self.given(Items(("甲\n乙", (Run("丙", strong=True, faint=True),))))["blocks"]
        assert items["items"] == [
            [{"lines": ["甲", "乙"]}],
            [{"lines": ["丙"], "strong": True, "faint": True}],
        ]

    def test_bars_without_any(self) -> None:
        [plain, bars, *_] = self.given(
            Bars("图", (), ()), Bars("图", (Bar("长" * 40, (None,), ("",)),), ())
        )["blocks"]
        assert (plain["label"], bars["label"]) == (1, 15)
        assert bars["bars"] == [{"label": "长" * 40, "lengths": [{"part": 0.0, "shown": "—"}]}]

    def test_long_heads_are_not_repeated(self) -> None:
        [short, long, *_] = self.given(Table(("甲",), ()), Table(("甲" * 300,), ()))["blocks"]
        assert (short["repeated"], long["repeated"]) == (True, False)

    def test_a_column_of_badges_is_as_wide_as_they_are(self) -> None:
        badge = (Run("推定", badge=Basis.assumed),)
        mixed, alone, *_ = self.given(
            Table(("项", "依据"), (("甲", badge), ("乙", "")), widths=(3, 1)),
            Table(("依据",), ((badge,),)),
        )["blocks"]
        assert (mixed["widths"], alone["widths"]) == ([3, None], [1])
