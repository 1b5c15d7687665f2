"""The change packet as one page to print and sign, and as data (变更包的版面)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from xinfang_core.change.difference import transition_words
from xinfang_core.change.difference_forms import difference_html, difference_json
from xinfang_core.change.entries import Subject
from xinfang_core.change.gap_forms import gaps_html, gaps_json
from xinfang_core.change.impact_forms import impact_html, impact_json
from xinfang_core.change.marking import escaped, html_table, page, paragraph
from xinfang_core.codec.plain import plain
from xinfang_core.examples.columns import CODES, NOT_CODES, label_of
from xinfang_core.messages import render
from xinfang_core.policy.wording import value_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xinfang_core.change.packet import Confirming, Flip, Flips, Packet
    from xinfang_core.codec.plain import Json
    from xinfang_core.examples.results import Mismatch
    from xinfang_core.policy import Edition

_SIGNED = ("drafted", "checked", "approved")
_LINE = "　" * 6


def packet_page(found: Packet) -> str:
    """The whole packet as a file of HTML that fetches nothing."""
    title = render("packet.title", {"title": found.old.title})
    numbered = enumerate(_SECTIONS.items(), 1)
    parts = (_section(number, name, write(found)) for number, (name, write) in numbered)
    return page(
        title, f"<h1>{escaped(title)}</h1>\n{_cover(found)}{''.join(parts)}{_sign_off(found.new)}"
    )


def _section(number: int, name: str, body: str) -> str:
    heading = render(
        "packet.section", {"number": number, "name": render(f"packet.part.{name}", {})}
    )
    return f'<section id="{name}">\n<h2>{escaped(heading)}</h2>\n{body}</section>\n'


def _cover(found: Packet) -> str:
    """What is changed into what, and the contents at a glance."""
    rows = [
        (render("packet.old", {}), _named(found.old)),
        (render("packet.new", {}), _named(found.new)),
        (render("difference.head.notice", {}), found.new.notice or "—"),
        (render("difference.head.effective", {}), str(found.new.effective or "—")),
        (render("packet.part.transition", {}), transition_words(found.new.transition)),
    ]
    heads = (render("packet.item", {}), render("packet.content", {}))
    return html_table(heads, rows) + "".join(map(paragraph, _glance(found)))


def _named(edition: Edition) -> str:
    return f"{edition.title}（{edition.label}）"


def _glance(found: Packet) -> Iterator[str]:
    """The figures that a reader wants first, and what has to be done before signing."""
    subjects = Counter(one.subject for one in found.difference.entries)
    parts = tuple(f"{one.text()} {subjects[one]}" for one in reversed(Subject) if subjects[one])
    yield render("packet.glance.differences", {"count": subjects.total(), "parts": parts})
    if found.findings:
        yield render("packet.glance.findings", {"count": len(found.findings)})
    if found.flips:
        facts = {"flipped": len(found.flips.flipped), "held": found.flips.held}
        yield render("packet.glance.flips", facts)
    if found.impact:
        facts = {"changed": found.impact.changed, "cases": found.impact.cases}
        yield render("packet.glance.impact", facts)


def _differences(found: Packet) -> str:
    return difference_html(found.difference)


def _findings(found: Packet) -> str:
    rows = [(one.severity.text(), one.reason.text()) for one in found.findings]
    if not rows:
        return paragraph(render("packet.no_findings", {}))
    return html_table((render("packet.severity", {}), render("packet.told", {})), rows)


def _flips(found: Packet) -> str:
    if found.flips is None:
        return paragraph(render("packet.no_examples", {}))
    told = "".join(map(paragraph, _flip_sentences(found.flips)))
    rows = [_flip_row(flip, found.flips.labels) for flip in found.flips.flipped]
    heads = ("example", "cells", "clause")
    titles = [render(f"packet.flip.{one}", {}) for one in heads]
    return told + (html_table(titles, rows) if rows else "")


def _flip_sentences(found: Flips) -> Iterator[str]:
    """How many examples are as wanted under both, and which are not asked."""
    yield render("packet.flips", {"held": found.held, "flipped": len(found.flipped)})
    for name in ("righted", "wrong", "unconfirmed"):
        keys = getattr(found, name)
        if keys:
            yield render(f"packet.flips.{name}", {"count": len(keys), "examples": keys})
    if found.elsewhere:
        yield render("packet.flips.elsewhere", {"count": found.elsewhere})


def _flip_row(flip: Flip, labels: Mapping[str, str]) -> tuple[str, ...]:
    """An example that is not as wanted, a line for each of its cells; codes where all else is."""
    one, wrong = flip.example, flip.result.mismatches
    cells = [cell for cell in wrong if cell.cell not in {CODES, NOT_CODES}]
    told = (_flip_line(cell, labels) for cell in cells or wrong)
    return f"{one.note}\n{one.key}".strip(), "\n".join(told), one.clause


def _flip_line(wrong: Mismatch, labels: Mapping[str, str]) -> str:
    cell = label_of(wrong.cell, {}, labels)
    if wrong.cell == NOT_CODES:
        return render("packet.flip.there", {"cell": cell, "wanted": wrong.wanted})
    # By its key and in Chinese: the last is for people.
    got = wrong.got.rpartition(" / ")[2] or render("check.empty", {})
    return render("packet.flip.line", {"cell": cell, "wanted": wrong.wanted, "got": got})


def _impact(found: Packet) -> str:
    if found.impact is None:
        return paragraph(render("packet.no_cases", {}))
    # One level below the sections of the packet.
    return impact_html(found.impact).replace("<h2>", "<h3>").replace("</h2>", "</h3>")


def _transition(found: Packet) -> str:
    told = [
        render("packet.transition.old", {"told": transition_words(found.old.transition)}),
        render("packet.transition.new", {"told": transition_words(found.new.transition)}),
    ]
    if found.impact:
        facts = {"picked": found.impact.picked, "changed": found.impact.picked_changed}
        told.append(render("packet.transition.picked", {**facts, "as_of": found.impact.as_of}))
    return "".join(map(paragraph, told))


def _gaps(found: Packet) -> str:
    return gaps_html(found.new, found.gaps)


def _confirming(found: Packet) -> str:
    if not found.confirming:
        return paragraph(render("packet.nothing_to_confirm", {}))
    heads = ("place", "value", "basis", "note", "since")
    titles = [render(f"packet.confirm.{one}", {}) for one in heads]
    told = paragraph(render("packet.confirm", {"count": len(found.confirming)}))
    return told + html_table(titles, [_confirm_row(one) for one in found.confirming])


def _confirm_row(one: Confirming) -> tuple[str, ...]:
    line = one.line
    place = f"{line.title}\n{one.address.text()}"
    since = render("packet.confirm.new" if one.is_new else "packet.confirm.kept", {})
    return place, value_words(line), line.citation.basis.text(), line.citation.note, since


def _hashes(found: Packet) -> str:
    rows = [(name, digest) for name, digest in _digests(found)]
    told = paragraph(render("packet.made_by", {"library": found.library}))
    heads = (render("packet.hash.of", {}), render("packet.hash.digest", {}))
    return told + html_table(heads, rows)


def _digests(found: Packet) -> Iterator[tuple[str, str]]:
    """Everything that the packet rests on, with what tells it from anything else."""
    for edition in (found.old, found.new):
        yield edition.label, edition.digest
    yield render("packet.hash.calendar", {}), str(found.calendar["digest"])
    yield from ((one.name, one.digest) for one in found.sources)


_SECTIONS: dict[str, Callable[[Packet], str]] = {
    "differences": _differences,
    "findings": _findings,
    "flips": _flips,
    "impact": _impact,
    "transition": _transition,
    "gaps": _gaps,
    "confirming": _confirming,
    "hashes": _hashes,
}
"""The sections in the order of the page."""


def _sign_off(new: Edition) -> str:
    """Where people sign, and for what: the page is signed on paper, apart from the cover."""
    heads = [render(f"packet.sign.{one}", {}) for one in ("role", "name", "opinion", "day")]
    rows = [(render(f"packet.sign.{role}", {}), _LINE, _LINE * 3, _LINE) for role in _SIGNED]
    heading = escaped(render("packet.sign", {}))
    told = paragraph(render("packet.sign.told", {"label": new.label, "digest": new.digest}))
    table = html_table(heads, rows)
    return f'<section id="sign" class="sign">\n<h2>{heading}</h2>\n{told}{table}</section>\n'


def packet_json(found: Packet) -> Json:
    """The packet for a program."""
    return {
        "difference": difference_json(found.difference),
        "findings": [
            {"severity": one.severity.name, "code": one.reason.code, "text": one.reason.text()}
            for one in found.findings
        ],
        "examples": None if found.flips is None else _flips_json(found.flips),
        "impact": None if found.impact is None else impact_json(found.impact),
        "transition": {
            "old": _transition_json(found.old),
            "new": _transition_json(found.new),
        },
        "gaps": gaps_json(found.new, found.gaps),
        "confirming": [_confirming_json(one) for one in found.confirming],
        "made_by": {"library": found.library, "calendar": plain(dict(found.calendar))},
        "sources": [{"name": one.name, "sha256": one.digest} for one in found.sources],
    }


def _flips_json(found: Flips) -> Json:
    return {
        "held": found.held,
        "righted": [*found.righted],
        "wrong": [*found.wrong],
        "unconfirmed": [*found.unconfirmed],
        "elsewhere": found.elsewhere,
        "flipped": [
            {
                "id": flip.example.key,
                "file": flip.example.row.file,
                "line": flip.example.row.line,
                "cells": [
                    {"cell": one.cell, "wanted": one.wanted, "got": one.got}
                    for one in flip.result.mismatches
                ],
            }
            for flip in found.flipped
        ],
    }


def _transition_json(edition: Edition) -> Json:
    told = edition.transition
    return {
        "open_cases": told.open_cases.name,
        "switch_on": plain(told.switch_on),
        "text": told.text,
    }


def _confirming_json(one: Confirming) -> Json:
    return {
        "path": one.address.text(),
        "value": plain(one.line.value),
        "basis": one.line.citation.basis.name,
        "note": one.line.citation.note,
        "new": one.is_new,
    }
