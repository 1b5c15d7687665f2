"""What one kind of letter consists of (文书格式), read from ``forms/KIND.toml``.

A form is data: which fields it takes, who gives them, and in which words they stand. The only
mark in its words is ``{{ name }}``, a field; a part that repeats names the field that is a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from xinfang_core.vocabulary import Audience, LetterKind, LetterLayout

Giver: TypeAlias = Literal["facts", "assessment", "parties", "host"]
"""Who gives a field: the case, its assessment, the people of the case, the office that writes."""

Style: TypeAlias = Literal[
    "addressee",  # 主送
    "text",  # 正文
    "heading",  # 一、
    "signature",  # 落款单位
    "date",  # 成文日期，加盖印章的空位在其上
    "note",  # 小字说明
    "space",  # 空一行
]

MARK: Final = re.compile(r"\{\{ ([a-z_]+) \}\}")
"""A field in the words of a form."""

EACH: Final = "each"
"""What a part that repeats writes for the paragraph of its list."""

BLANK = "＿" * 8
"""What stands where an optional field was not given: to be filled in by hand."""


@frozen
class Field:
    """Something that is filled in (字段).

    Attributes:
        name: its key, as templates write it.
        title: its Chinese name, as tables of fields write it.
        giver: who gives it.
        required: whether the letter is refused without it.
        is_list: whether it is several paragraphs.
        is_free: whether it is free text of the host: printed only for the readers whom the
            host declares for it.
        is_date: whether it is a day, which the host may write as 2026-03-02.
        is_phone: whether it is the office's own telephone, which is printed for every reader.
        is_omitted: whether nothing stands in its place where it was not given (no copies, no
            signer), instead of a blank to be filled in by hand.
        note: what to write.

    """

    name: str
    title: str
    giver: Giver
    required: bool = False
    is_list: bool = False
    is_free: bool = False
    is_date: bool = False
    is_phone: bool = False
    is_omitted: bool = False
    note: str = ""


@frozen
class Part:
    """A paragraph of a letter (段).

    Attributes:
        style: how it looks.
        text: its words, with fields in them; ``{{ each }}`` where it repeats.
        each: the list that it repeats for; empty where it stands once.

    """

    style: Style
    text: str
    each: str = ""


@frozen
class Grid:
    """A table of a letter (表格): labels and fields.

    Attributes:
        rows: the cells, left to right; an empty cell joins the one before it.
        widths: how wide the columns are, in parts of the whole.
        heights: the least height of each row, in lines; empty for one line each.

    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...] = ()


@frozen
class Form:
    """One kind of letter (文书格式).

    Attributes:
        kind: which one.
        title: what stands as its title, with fields in it.
        layout: how it is laid out.
        audiences: the readers it may be written for.
        fields: everything that it takes, the fields of its head among them.
        body: its parts in order, the title not among them.
        known_by_name: whether no source tells what it contains, so that only head, addressee,
            finding and clause are filled.

    """

    kind: LetterKind
    title: str
    layout: LetterLayout
    audiences: tuple[Audience, ...]
    fields: tuple[Field, ...]
    body: tuple[Part | Grid, ...]
    known_by_name: bool = False
