"""What the host gives a letter (发文机关填写的内容): words, and for whom they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from xinfang_core.decision import Facts
    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.vocabulary import Audience


class Place(NamedTuple):
    """Where something was given (填写的位置).

    Attributes:
        file: the file's name; empty where a program gave it.
        line: counted from 1; 0 where unknown.
        column: counted from 1; 0 where unknown.
        path: the key or column.

    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def fault(self, code: str, facts: Facts = ()) -> Fault:
        """A fault here; nothing that was given is repeated."""
        return Fault(code, facts, self.file, self.line, self.column, self.path)


def plain_name(name: str) -> str:
    """A name as a message may repeat it; what is none of ours may be anything, a person's too."""
    return name if name.isascii() and name.isidentifier() else "…"


_NOWHERE = Place()


@frozen
class Given:
    """One field as the host gives it (填写的一项).

    Attributes:
        text: the words, or several paragraphs.
        readers: for whom they are; None where that was not declared.
        place: where it was given.

    """

    text: Filled = field(repr=False)
    readers: tuple[Audience, ...] | None = None
    place: Place = _NOWHERE
