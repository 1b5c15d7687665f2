"""Questions and answers (问答): at a terminal, or from a file with one answer a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar
from unicodedata import east_asian_width

from attrs import define

from xinfang_core.cli.output import reconfigure, tell
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from xinfang_core.messages import Speaks

    Item = TypeVar("Item")

TRIES = 3
"""How often a question is asked."""

_A_LINE, _COLUMNS = 4, 20
"""Options on a line, and the columns of the terminal for each."""


@define
class Asker:
    """Asks, and asks again what is answered wrongly; a file is refused at its first wrong line.

    Attributes:
        lines: the answers.
        file: the file that they are from; empty where somebody types them.
        line: how many are taken.

    """

    lines: Iterator[str]
    file: str = ""
    line: int = 0

    def ask(
        self, question: str, read: Callable[[str], Item], options: Sequence[Speaks] = ()
    ) -> Item:
        """What ``read`` makes of the answer.

        Args:
            question: the question.
            read: reads the answer, without blanks around it, or refuses it.
            options: what there is to choose from, shown once.

        Raises:
            MisuseError: wrong once in a file, thrice at a terminal, or no answer any more.

        """
        for attempt in range(TRIES):
            answer = self._answer(question, () if attempt else options)
            try:
                return read(answer)
            except RefusedError as refused:
                self.refuse(Fault(refused.code, refused.facts))
        raise MisuseError(Fault("skeleton.wrong_thrice"))

    def refuse(self, *faults: Fault) -> None:
        """Say what is wrong with the last answer.

        Raises:
            MisuseError: it stands in a file.

        """
        if self.file:
            placed = (one._replace(file=self.file, line=self.line, column=0) for one in faults)
            raise MisuseError(*placed)
        for one in faults:
            tell(one.text())

    def end(self) -> None:
        """Nothing more is asked.

        Raises:
            MisuseError: a file has more answers.

        """
        for line in self.lines if self.file else ():
            self.line += 1
            if line.strip():
                self.refuse(Fault("skeleton.left_over", (("found", line.strip()),)))

    def _answer(self, question: str, options: Sequence[Speaks]) -> str:
        if not self.file:
            tell("\n".join((question, *_numbered(options))))
        self.line += 1
        answer = next(self.lines, None)
        if answer is None:
            line = self.line if self.file else 0
            facts = (("question", question),)
            raise MisuseError(Fault("skeleton.no_answer", facts, self.file, line))
        return answer.strip()


def _numbered(options: Sequence[Speaks]) -> Iterator[str]:
    """The options with their numbers, in columns."""
    items = [f"{number} {option.text()}" for number, option in enumerate(options, 1)]
    for first in range(0, len(items), _A_LINE):
        yield "".join(map(_filled, items[first : first + _A_LINE])).rstrip()


def _filled(item: str) -> str:
    """An option with blanks up to the next one; Chinese signs are two columns wide."""
    wide = sum(east_asian_width(sign) in "WF" for sign in item)
    return f" {item}".ljust(_COLUMNS - wide - 1) + " "


def typed() -> Iterator[str]:
    """The lines of standard input, each when it is wanted."""
    # Bytes of another encoding reach whoever reads the answer, and are refused there.
    reconfigure(sys.stdin, errors="surrogateescape")
    while sys.stdin is not None and (line := sys.stdin.readline()):
        # Windows writes a mark before what one program hands to another.
        yield line.removeprefix("\ufeff")
