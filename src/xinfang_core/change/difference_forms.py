"""A difference in rows of words, as Markdown, HTML and JSON (差异的输出)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.change.entries import ChangeKind, Subject
from xinfang_core.change.marking import cell, escaped, markdown_table, page, paragraph
from xinfang_core.codec.plain import plain
from xinfang_core.messages import render
from xinfang_core.policy.wording import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.change.entries import Difference, Entry, Named, Part
    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import Line

_HEADS = ("kind", "where", "old", "new")


class Row(NamedTuple):
    """An entry in words: how it differs, where, and what both sides say."""

    kind: str
    where: str
    old: str
    new: str


def heads() -> tuple[str, ...]:
    """What stands above the columns."""
    return tuple(render(f"difference.column.{one}", {}) for one in _HEADS)


def rows(found: Difference) -> Iterator[Row]:
    """The entries in words."""
    for entry in found.entries:
        where = "\n".join(filter(None, (entry.title, entry.path, entry.place)))
        old, new = ("\n".join(_told(entry, side)) for side in ("old", "new"))
        yield Row(_kind(entry), where, old, new)


def sentences(found: Difference) -> Iterator[str]:
    """Which editions are compared, and how much differs."""
    yield render("difference.editions", {"old": _edition(found.old), "new": _edition(found.new)})
    if found.is_of_two_policies:
        ids = {"old": found.old.policy_id, "new": found.new.policy_id}
        yield render("difference.two_policies", ids)
    if not found.entries:
        same = found.old.digest == found.new.digest
        yield render("difference.none" if same else "difference.none_but_text", {})
        return
    counted = "、".join(f"{kind.text()} {count}" for kind, count in found.counts.items())
    yield render("difference.counts", {"count": len(found.entries), "counted": counted})


def _edition(one: Named) -> str:
    return render("policy.head_with_digest", {**_named(one)})


def _kind(entry: Entry) -> str:
    """How it differs; of what is no value what it is."""
    kind = entry.kind.text()
    return kind if entry.subject is Subject.value else f"{entry.subject.text()}{kind}"


def _told(entry: Entry, side: str) -> Iterator[str]:
    """What one side says, a line for each part that matters."""
    for part in shown_parts(entry):
        words = getattr(part, side)
        if words:
            yield words if is_bare(entry, part) else f"{part.label}：{words}"


def shown_parts(entry: Entry) -> Iterator[Part]:
    """The parts that matter: what differs, and the value of which it is said."""
    return (one for one in entry.parts if one.is_changed or one.name == "value")


def is_bare(entry: Entry, part: Part) -> bool:
    """Whether a part needs no label: there is nothing else that it could be."""
    if entry.subject is Subject.head:
        return True
    return entry.subject is Subject.value and part is entry.parts[0] and bool(part.name == "value")


def difference_markdown(found: Difference) -> str:
    """The difference as Markdown: sentences, and a table."""
    text = "".join(f"{cell(one)}\n\n" for one in sentences(found))
    return text + markdown_table(heads(), [*rows(found)]) if found.entries else text


def difference_html(found: Difference) -> str:
    """The difference as a piece of HTML: sentences, and a table with both sides."""
    text = "".join(map(paragraph, sentences(found)))
    return text + _html_table(found.entries) if found.entries else text


def difference_page(found: Difference) -> str:
    """The difference as a whole file of HTML."""
    title = render("difference.title", {"old": found.old.label, "new": found.new.label})
    return page(title, f"<h1>{escaped(title)}</h1>\n{difference_html(found)}")


def _html_table(entries: Iterable[Entry]) -> str:
    head = "".join(f"<th>{escaped(one)}</th>" for one in heads())
    body = "".join(map(_html_row, entries))
    return (
        f'<table class="difference">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )


def _html_row(entry: Entry) -> str:
    place = f"<br>{escaped(entry.place)}" if entry.place else ""
    where = f'{escaped(entry.title)}{place}<div class="path">{escaped(entry.path)}</div>'
    old, new = ("<br>".join(_html_side(entry, side)) for side in ("old", "new"))
    return (
        f'<tr class="{entry.kind.name}"><td class="kind">{escaped(_kind(entry))}</td>'
        f'<td>{where}</td><td class="old">{old}</td><td class="new">{new}</td></tr>\n'
    )


def _html_side(entry: Entry, side: str) -> Iterator[str]:
    """What one side says; where both say something, what differs is marked."""
    both = entry.kind not in {ChangeKind.added, ChangeKind.removed}
    for part in shown_parts(entry):
        words = escaped(getattr(part, side))
        if words:
            told = f"<mark>{words}</mark>" if both and part.is_changed else words
            label = "" if is_bare(entry, part) else f"{escaped(part.label)}："
            yield f'<span class="label">{label}</span>{told}' if label else told


def difference_json(found: Difference) -> Json:
    """The difference for a program."""
    return {
        "old": _named(found.old),
        "new": _named(found.new),
        "counts": {kind.name: count for kind, count in found.counts.items()},
        "entries": [_entry_json(entry) for entry in found.entries],
    }


def _named(one: Named) -> Json:
    return {"id": one.policy_id, "label": one.label, "title": one.title, "digest": one.digest}


def _entry_json(entry: Entry) -> Json:
    return {
        "kind": entry.kind.name,
        "subject": entry.subject.name,
        "path": entry.path,
        "title": entry.title,
        "place": entry.place,
        "parts": [
            {"name": one.name, "label": one.label, "old": one.old or None, "new": one.new or None}
            for one in entry.parts
        ],
        "old": [_line_json(line) for line in entry.old],
        "new": [_line_json(line) for line in entry.new],
    }


def _line_json(line: Line) -> Json:
    return {
        "rule": line.rule,
        "parameter": line.parameter,
        "keys": plain(line.keys),
        "variant": line.variant or None,
        "value": plain(line.value),
        "unit": plain(unit_of(line)),
    }
