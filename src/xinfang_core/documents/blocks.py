"""What a document consists of (文书的内容), whatever the format that it is written in.

Builders make a ``Draft``; only the gate (``documents.privacy.gate``) makes a ``Document`` of it,
and writers take nothing else: so nothing is written that the masks have not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.vocabulary import Audience, Basis

Words: TypeAlias = "str | tuple[Run, ...]"
"""Plain words, or words with marks; a line feed in them breaks the line."""

Align: TypeAlias = Literal["left", "right", "centre"]


@frozen
class Run:
    """Words that share a look (文字片段).

    Attributes:
        text: the words, plain; nothing in them is markup.
        strong: whether they stand out.
        faint: whether they stand back.
        badge: the basis that they are the badge of (依据标记); None where they are no badge.
        link: the anchor in the same document that they lead to; empty where to none.

    """

    text: str
    strong: bool = False
    faint: bool = False
    badge: Basis | None = None
    link: str = ""


@frozen
class Heading:
    """A heading (标题); the title of the document is none of them.

    Attributes:
        level: from 1, the largest, to 4.
        words: what it says.
        anchor: what links lead to: ASCII letters, digits and hyphens; empty where none does.

    """

    level: int
    words: Words
    anchor: str = ""


@frozen
class Paragraph:
    """A paragraph (段落).

    Attributes:
        words: what it says.
        is_note: whether it is a remark beside the matter, in smaller type.

    """

    words: Words
    is_note: bool = False


@frozen
class Items:
    """A list (列表).

    Attributes:
        items: what is listed.
        numbered: whether they are counted.

    """

    items: tuple[Words, ...]
    numbered: bool = False


@frozen
class Table:
    """A table (表).

    Attributes:
        heads: the columns.
        rows: the cells, row by row.
        aligned: how the columns that do not stand to the left stand.
        caption: what it shows; empty where the heading above says it.
        widths: how wide the columns are, in parts of the whole; empty for even ones.
        folded: the one line that stands for it where a reader can unfold it (HTML); empty where
            it always shows.

    """

    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    aligned: Mapping[int, Align] = field(factory=dict, hash=False)
    caption: str = ""
    widths: tuple[int, ...] = ()
    folded: str = ""


@frozen
class Bar:
    """One bar, or one group of bars (柱).

    Attributes:
        label: what it stands for.
        values: its length, one a series; None where there is nothing to tell.
        shown: what is written at each length.

    """

    label: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]


@frozen
class Bars:
    """A plot of bars (柱图): people look before they read.

    Each format draws it as it can: a picture, a native chart, shaded cells of a table.

    Attributes:
        title: what it shows.
        bars: from top to bottom.
        series: the names of the series, such as this period and the one before.
        most: the length of the whole axis; None for the longest bar.
        unit: what the lengths are in, such as 件 or %.

    """

    title: str
    bars: tuple[Bar, ...]
    series: tuple[str, ...]
    most: float | None = None
    unit: str = ""


@frozen
class Picture:
    """A picture (图).

    Attributes:
        svg: how it is drawn; of our own words alone, for no mask looks into it.
        told: what it shows, in a sentence, for whoever cannot see it.
        instead: what stands in its place where pictures cannot be drawn.

    """

    svg: str
    told: str
    instead: tuple[Block, ...] = ()


Block: TypeAlias = "Heading | Paragraph | Items | Table | Bars | Picture"


@frozen
class Draft:
    """A document as it is composed, which nobody may see yet (文书草稿).

    Attributes:
        title: its title.
        blocks: its contents, in order.
        made_by: what made it: policy, version, digests, library; names and values.
        landscape: whether its pages lie on their side.
        contents: whether a table of contents is wanted where the format has one.

    """

    title: str
    blocks: tuple[Block, ...]
    made_by: tuple[tuple[str, str], ...]
    landscape: bool = False
    contents: bool = False


@frozen
class Document:
    """A document that its readers may see (文书): the gate made it of a draft.

    Attributes:
        draft: what it says, masked.
        audience: for whom it was masked.

    """

    draft: Draft
    audience: Audience
