"""What the page 改规则 asks: an edition as tables, changed cell by cell, saved (改规则).

The page holds what was typed and asks anew after each change. The file is always written from the
edition as it was at first, so that taking back one change is the same as never having made it.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from xinfang_core.change.amending import check_unpublished
from xinfang_core.change.difference import difference
from xinfang_core.change.difference_forms import difference_json
from xinfang_core.change.importing import Imported, imported
from xinfang_core.change.renewing import newest_first
from xinfang_core.change.telling import told
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.comparing import chosen_edition
from xinfang_core.cli.notices import settled_through
from xinfang_core.codec.policies import listed_policy
from xinfang_core.errors import Fault, MisuseError, XinfangError
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.files import policy_of_files, policy_texts, shipped_texts
from xinfang_core.workbook.opening import open_workbook
from xinfang_core.workbook.policy_reading import read_policy_book
from xinfang_core.workbook.policy_rows import book_of
from xinfang_desk.caution_words import caution_text
from xinfang_desk.change_book import DraftBook, Edits
from xinfang_desk.change_tables import tables_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import Policy
    from xinfang_core.workbook.policy_changes import (
        ChangedClause,
        ChangedReading,
        ChangedValue,
        Read,
    )

    _Given = Mapping[str, Any]

_THEN: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: same files, same bytes."""

_MOST_FILES: Final = 200
_MOST_BYTES: Final = 16 * 1024 * 1024
"""Of the policy files of an archive, unpacked; far more than any policy has."""

_CHECKS: Final = Path(__file__).parents[1] / "checks"
"""Where the desk has the examples of the policies that come with the library."""

_PLAIN: Final = 0o644 << 16


def opened(folder: str, base: str) -> Json:
    """Begin to change the newest edition of a folder; what it is now is kept aside.

    Of a policy that comes with the library, the editions that the folder lacks are added.

    Args:
        folder: where its files are.
        base: where its files are kept as they are now.

    """
    texts = policy_texts(Path(folder))
    policy = policy_of_files(texts)
    file = newest_first(texts)[0]
    check_unpublished(texts[file], file)
    if policy.policy_id in policy_ids():
        shipped = shipped_texts(policy.policy_id)
        texts = {**shipped, **texts} if file not in shipped else texts
        policy = policy_of_files(texts)
    for place in (folder, base):
        _write_all(Path(place), texts)
    return {
        "file": file,
        "old": _old(policy, folder),
        "policy": {**listed_policy(policy), "id": folder},
        "policy_id": policy.policy_id,
        "examples": _shipped_examples(policy.policy_id),
    }


def _shipped_examples(policy_id: str) -> str:
    """Where the examples of a policy are that come with the desk; empty where there are none."""
    folder = _CHECKS / policy_id
    return str(folder) if folder.is_dir() else ""


def _old(policy: Policy, folder: str) -> str:
    """What a command line names the edition before the newest one; empty where there is none."""
    if len(policy.editions) == 1:
        return ""
    newest, before = policy.editions[:2]
    name = policy.policy_id
    if name in policy_ids() and load_policy(name).editions[0].digest == before.digest:
        return name
    day = newest.effective
    return f"{folder}@{day - timedelta(days=1)}" if day else ""


def amended(folder: str, base: str, old: str, edits: _Given) -> Json:
    """The edition with all that is typed, written where every other command finds it.

    Args:
        folder: where its files are.
        base: where its files are as they were at first.
        old: what a command line names the edition before it.
        edits: what is typed: ``cells`` by sheet, row and column, and ``added`` clauses.

    Returns:
        The tables and what to look at; or, where anything cannot be taken, ``faults`` alone, and
        then nothing is written.

    """
    texts = policy_texts(Path(base))
    policy = policy_of_files(texts)
    edition = policy.editions[0]
    draft = DraftBook(book_of(policy, edition), _edits(edits))
    try:
        made = imported(draft.book, texts)
    except XinfangError as error:
        return {"faults": [draft.told(fault) for fault in error.faults]}
    (Path(folder) / edition.file).write_bytes(made.text.encode())
    added = [one["id"] for one in edits["added"]]
    before = book_of(policy, edition)
    tables = tables_json(book_of(made.policy, made.after), before, added)
    return {**tables, **_to_look_at(made, old)}


def _edits(edits: _Given) -> Edits:
    return Edits(edits["cells"], tuple(edits["added"]))


def _to_look_at(made: Imported, old: str) -> Json:
    """What another edition says now, and what to confirm before it takes force."""
    entries = (
        difference_json(difference(chosen_edition(*chosen_policy(old)), made.after))["entries"]
        if old
        else []
    )
    findings = cautions(made.policy, settled_through())
    return {
        "told": [*told(made.before, made.after, made.text)] if made.after != made.before else [],
        "difference": entries,
        "cautions": [
            {
                "severity": one.severity.text(),
                "text": caution_text(one.reason, made.after),
                # What one click confirms.
                "variant": dict(one.reason.facts).get("variant", ""),
            }
            for one in findings
        ],
    }


def from_workbook(folder: str, path: str, edits: _Given) -> Json:
    """What is typed on the page, with what a changed workbook says beside it.

    Args:
        folder: where the edition's files are as they are now.
        path: the workbook, made of that edition.
        edits: what is typed.

    """
    texts = policy_texts(Path(folder))
    book = open_workbook(Path(path))
    edition = imported(book, texts).before
    read = read_policy_book(book, book_of(policy_of_files(texts), edition))
    return _joined(edits, read)


def _joined(edits: _Given, read: Read) -> Json:
    """Edits with those of a workbook, which came later."""
    cells: dict[str, dict[str, dict[str, str]]] = {
        sheet: {key: dict(row) for key, row in rows.items()}
        for sheet, rows in edits["cells"].items()
    }
    added: dict[str, Any] = {one["id"]: dict(one) for one in edits["added"]}
    keys = {(place.sheet.name, place.row): key for key, place in read.places.items()}
    everything: tuple[ChangedValue | ChangedReading | ChangedClause, ...]
    everything = (*read.values, *read.readings, *read.clauses)
    for changed in everything:
        sheet, key = keys[changed.place.sheet.name, changed.place.row]
        typed = {column: changed.place.at(column).text for column in changed.said}
        if key in added or getattr(changed, "is_new", False):
            added[key] = {"id": key, **added.get(key, {}), **typed}
        else:
            cells.setdefault(sheet, {}).setdefault(key, {}).update(typed)
    return {"cells": cells, "added": [*added.values()]}


def packed(folder: str, path: str) -> None:
    """Pack the files of a folder as one archive; same files, same bytes."""
    with ZipFile(path, "w") as archive:
        for file in sorted(Path(folder).glob("*.toml")):
            entry = ZipInfo(file.name, _THEN)
            entry.external_attr = _PLAIN
            archive.writestr(entry, file.read_bytes(), ZIP_DEFLATED)


def unpacked(path: str, folder: str) -> None:
    """Unpack the policy files of an archive that the page saved, and take the archive away.

    Raises:
        MisuseError: it is no archive, has no policy file, or far more than a policy has.

    """
    try:
        with ZipFile(path) as archive:
            found = [one for one in archive.infolist() if one.filename.endswith(".toml")]
            size = sum(one.file_size for one in found)
            if not found or len(found) > _MOST_FILES or size > _MOST_BYTES:
                raise MisuseError(_not_packed(path))
            for one in found:
                (Path(folder) / Path(one.filename).name).write_bytes(archive.read(one))
    except (BadZipFile, RuntimeError, NotImplementedError):
        # Damaged, encrypted, or packed in a way that Python does not know.
        raise MisuseError(_not_packed(path)) from None
    Path(path).unlink()


def _not_packed(path: str) -> Fault:
    line = f"{Path(path).name}：不是工作台保存的压缩包，请放里面的 .toml 文件"
    return Fault("desk.not_packed", told=(line, line))


def _write_all(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
