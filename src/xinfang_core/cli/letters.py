"""``xinfang docs letter`` and ``fields``: letters of a case, and what they take (文书)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xinfang_core.cli.document_output import add_format, check_ending, need_format
from xinfang_core.cli.letter_files import read_given, read_parties, read_template
from xinfang_core.cli.one_case import add_case, add_question, asked
from xinfang_core.cli.output import console, drawn, opened, tell, write_whole
from xinfang_core.cli.taking import key_of, wrong
from xinfang_core.codec.csv_answers import csv_cell
from xinfang_core.documents.letters.field_tables import (
    HEADS,
    field_book,
    field_objects,
    field_rows,
)
from xinfang_core.documents.letters.fields import letter
from xinfang_core.documents.letters.filling import filled, filled_in
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.given_checks import readers_of
from xinfang_core.documents.letters.html import letter_html
from xinfang_core.documents.letters.template_checks import checked_template, unused_fields
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.documents.letters.withheld import withheld
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.refusals import unknown_name
from xinfang_core.vocabulary import Audience, LetterKind
from xinfang_core.vocabulary.terms import find_term

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from rich.table import Table

    from xinfang_core.documents.letters.form import Form
    from xinfang_core.documents.letters.letter import Letter

FORMATS: Final = ("html", "docx")
"""The formats of letters."""

_FILES: Final = ("xlsx", "docx")
_KIND: Final = "种类"


def _kind(text: str) -> LetterKind:
    """A kind of letter, by its key or in Chinese."""
    found = find_term(LetterKind, text)
    if found is None:
        known = (*(one.value for one in LetterKind), *LetterKind.__members__)
        raise wrong(unknown_name("letter.unknown_kind", text, known))
    return found


def add_letter(parser: argparse.ArgumentParser) -> None:
    """What ``letter`` takes."""
    parser.set_defaults(run=run_letter)
    parser.add_argument("kind", type=_kind, metavar=_KIND, help="文书种类，如 受理告知书")
    add_case(parser)
    add_question(parser)
    told = "、".join(f"{one.name} {one.value}" for one in Audience)
    parser.add_argument(
        "--audience",
        required=True,
        type=key_of(Audience),
        metavar="读者",
        help=f"给谁看：{told}",
    )
    words = "JSON、TOML、CSV 或者 Excel（.xlsx）"
    parser.add_argument("--parties", metavar="文件", help=f"当事方：{words}")
    parser.add_argument(
        "--fields", metavar="文件", help=f"发文机关填写的内容：{words}，见 xinfang docs fields"
    )
    parser.add_argument("--template", metavar="文件", help="本单位的模板（.docx），只用于 docx")
    add_format(parser, FORMATS)


def add_fields(parser: argparse.ArgumentParser) -> None:
    """What ``fields`` takes."""
    parser.set_defaults(run=run_fields)
    parser.add_argument(
        "kind", type=_kind, nargs="?", metavar=_KIND, help="文书种类；不写的，列出全部种类"
    )
    parser.add_argument(
        "--format",
        choices=("text", "csv", "xlsx", "json", "docx"),
        default="text",
        help="csv、xlsx 可以填好后给 --fields；docx 为模板，改好后给 --template",
    )
    parser.add_argument("--output", metavar="文件", help="写入文件；docx、xlsx 必须写明")


def run_letter(arguments: argparse.Namespace) -> bool:
    """Write the letter; never a failure.

    Raises:
        MisuseError: a letter that does not fit its case, fields that lack, an output that cannot
            be written.
        RecordError: every fault of the register, or of a file of fields, people or a template.

    """
    _check_options(arguments)
    form = form_of(arguments.kind)
    made = _made(form, arguments)
    if arguments.format == "docx":
        write_whole(arguments.output, _word_file(made, arguments.template))
        return False
    with opened(arguments.output, wire=True) as stream:
        stream.write(letter_html(made))
    return False


def _word_file(made: Letter, name: str | None) -> bytes:
    """The letter as a Word file; of an office's own template it is told what it leaves out."""
    if name is None:
        return filled(made, default_template(made.form), f"{made.form.kind.name}.docx")
    checked = checked_template(read_template(name), Path(name).name, made.form)
    lacks = tuple(f"{one.title} {one.name}" for one in unused_fields(made.form, checked))
    if lacks:
        tell(Fault("letter.template_lacks", (("fields", lacks),), checked.file).text())
    return filled_in(made, checked)


def _check_options(arguments: argparse.Namespace) -> None:
    """Refuse what cannot be written before anything is read.

    Raises:
        MisuseError: a format without a file, or a template for another format.

    """
    need_format(arguments)
    if arguments.template is not None and arguments.format != "docx":
        facts = (("option", "--template"), ("format", arguments.format), ("forms", ("docx",)))
        raise MisuseError(Fault("cli.other_format", facts))


def _made(form: Form, arguments: argparse.Namespace) -> Letter:
    """The letter, filled in; what its readers do not see of it is told."""
    given, parties = read_given(arguments.fields), read_parties(arguments.parties)
    one, audience = asked(arguments), Audience[arguments.audience]
    made = letter(form, one.case, one.pack, one.answer, parties, given, audience)
    for fault in withheld(made, given):
        tell(fault.text())
    return made


def run_fields(arguments: argparse.Namespace) -> bool:
    """Write the list of fields, or of kinds; never a failure.

    Raises:
        MisuseError: a file is needed, or one that is called otherwise, or an extra.

    """
    kind, form = arguments.kind, arguments.format
    check_ending(form, arguments.output)
    if form in _FILES:
        _write_file(kind, form, arguments.output)
        return False
    sheet = form == "csv"
    with opened(arguments.output, wire=form != "text", spreadsheet=sheet) as stream:
        _WRITERS[form](stream, form_of(kind) if kind else None)
    return False


def _write_file(kind: LetterKind | None, form: str, output: str | None) -> None:
    """The table of fields as a workbook, or the template.

    Raises:
        MisuseError: no kind or no file is named.

    """
    if kind is None:
        raise MisuseError(Fault("letter.kind_needed", (("format", form),)))
    if output is None:
        raise MisuseError(Fault("documents.needs_output", (("format", form),)))
    make = field_book if form == "xlsx" else default_template
    write_whole(output, make(form_of(kind)))


def _kinds() -> Iterable[tuple[str, ...]]:
    """A row for each kind of letter."""
    for kind in LetterKind:
        form = form_of(kind)
        readers = "、".join(readers_of(form))
        yield kind.name, kind.value, form.layout.value, readers


_KIND_HEADS = ("种类", "名称", "版式", "写给")


def _write_text(stream: TextIO, form: Form | None) -> None:
    screen = console(stream)
    if form is None:
        stream.write(drawn(screen, _table(_KIND_HEADS, _kinds())))
        return
    facts = {"name": form.kind.name, "title": form.kind, "audiences": form.audiences}
    stream.write(render("letter.fields_head", facts) + "\n")
    told = (row[:4] + row[6:] for row in field_rows(form))
    stream.write(drawn(screen, _table(HEADS[:4] + HEADS[6:], told)))


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    from rich.table import Table

    table = Table()
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _write_csv(stream: TextIO, form: Form | None) -> None:
    writer = csv.writer(stream)
    writer.writerow(HEADS if form else _KIND_HEADS)
    for row in field_rows(form) if form else _kinds():
        writer.writerow(map(csv_cell, row))


def _write_json(stream: TextIO, form: Form | None) -> None:
    told: object
    if form is None:
        kinds = map(form_of, LetterKind)
        told = [{**_head(one), "title": one.kind.value} for one in kinds]
    else:
        told = {**_head(form), "title": form.kind.value, "fields": field_objects(form)}
    stream.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _head(form: Form) -> dict[str, object]:
    """What there is to know of a form, for programs."""
    readers = [one.name for one in form.audiences]
    return {"kind": form.kind.name, "layout": form.layout.name, "audiences": readers}


_WRITERS: Final[dict[str, Callable[[TextIO, Form | None], None]]] = {
    "text": _write_text,
    "csv": _write_csv,
    "json": _write_json,
}
