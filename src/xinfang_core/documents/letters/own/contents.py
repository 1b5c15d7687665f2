"""What a template holds besides text (模板内容): nothing that runs, reads or is read elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from xinfang_core.documents.letters.own.places import Place
from xinfang_core.documents.letters.own.trees import PARAGRAPH, TEXT, WORD, local
from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

CODES: Final = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "STYLEREF", "SEQ", "TOC"),
)
"""The field codes that a template may have: they look at nothing but the document itself."""

_FORBIDDEN = frozenset(
    {
        *("altChunk", "object", "OLEObject", "control", "subDoc", "attachedTemplate"),
        *("mailMerge", "saveThroughXslt", "entryMacro", "exitMacro", "frameset", "movie"),
    }
)
_REACHING = frozenset({"href", "src", "action", "macro"})
_OPENINGS = ("{{", "{%", "{#")


def content_faults(tree: _Element, part: str, kind: str, file: str) -> Iterator[Fault]:
    """What a part holds that templates must not hold.

    Args:
        tree: the part.
        part: its name.
        kind: the kind of part, such as ``header``; empty where it holds no text.
        file: the name of the template.

    """
    codes = _Codes()
    paragraph = 0
    for one in tree.iter():
        paragraph += one.tag == PARAGRAPH
        place = ("place", Place(kind, part, paragraph))
        for code, *facts in _element_faults(one, codes, is_text=bool(kind)):
            yield Fault(code, (place, *facts), file)
    if codes.opened:
        yield Fault("template.open_code", (("place", Place(kind, part, paragraph)),), file)


_Found = tuple[str, *tuple[tuple[str, object], ...]]


def _element_faults(one: _Element, codes: _Codes, *, is_text: bool) -> Iterator[_Found]:
    name = local(one.tag)
    reaching = [key for key, told in one.items() if told and local(key) in _REACHING]
    if name in _FORBIDDEN or reaching:
        yield "template.foreign_element", ("found", " ".join((name, *map(local, reaching))))
    if is_text and _is_mark_elsewhere(one):
        yield ("template.mark_elsewhere",)
    yield from codes.faults(one)


def _is_mark_elsewhere(one: _Element) -> bool:
    if any(mark in told for told in one.attrib.values() for mark in _OPENINGS):
        return True
    return one.tag != TEXT and "{" in f"{one.text or ''}{one.tail or ''}"


@define
class _Codes:
    """Follows field codes through a part, whose pieces may stand in many runs (域代码).

    ``opened`` are the codes that have not ended: what they say, and whether that is complete.
    """

    opened: list[tuple[str, bool]] = field(factory=list)

    def faults(self, one: _Element) -> Iterator[_Found]:
        """What is wrong with codes once an element has been seen."""
        name = local(one.tag) if str(one.tag).startswith(f"{{{WORD}}}") else ""
        if name == "fldSimple":
            yield from _judged(one.get(f"{{{WORD}}}instr", ""))
        elif name in {"instrText", "delInstrText"}:
            yield from self._said(one.text or "")
        elif name == "fldChar":
            yield from self._turned(one.get(f"{{{WORD}}}fldCharType", ""))
        elif name == "t" and self._is_saying():
            # Words within a code could be taken for part of it.
            yield ("template.open_code",)

    def _is_saying(self) -> bool:
        return bool(self.opened) and not self.opened[-1][1]

    def _said(self, text: str) -> Iterator[_Found]:
        if self._is_saying():
            self.opened[-1] = (self.opened[-1][0] + text, False)
        else:
            yield from _judged(text)

    def _turned(self, kind: str) -> Iterator[_Found]:
        if kind == "begin":
            if self._is_saying():
                yield ("template.open_code",)
            self.opened.append(("", False))
        elif self.opened:
            said, is_complete = self.opened.pop()
            if not is_complete:
                yield from _judged(said)
            if kind == "separate":
                self.opened.append((said, True))


def _judged(said: str) -> Iterator[_Found]:
    """Whether a code is one that may be used, by its first word."""
    first = said.split(maxsplit=1)[0].upper() if said.strip() else "?"
    if first not in CODES:
        yield "template.foreign_code", ("found", first), ("known", CODES)
