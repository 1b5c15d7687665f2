"""What is to be changed in a policy file (改动): values and clauses, each under its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@frozen
class Edit:
    """Parts of one value that are to be written differently (取值的改动).

    A part is named as the file names it: ``value``, ``unit``, ``clause``, ``phrase``,
    ``misprint``, ``basis``, ``note``, and of a band ``from``. It is given as the file would have
    it: a text, a whole number, a day, or a name of a closed list in English or Chinese. None
    takes the part away, so that it is handed down again; an empty text says that there is none,
    whatever is handed down.

    Where one ``silent`` stands for a whole table, its rows are cited alike: what is told of one of
    them is told of all, and a value of one of them cannot be given here.

    Attributes:
        rule: the rule, or what the policy declares as ``SECTION.KEY``.
        parameter: its name there.
        keys: the names under which it has values of its own, if it has; then what picks one value:
            the English keys of a table's cell in the order of its columns, the threshold of a
            band, or the number of a list's step counted from 1, or that step's name.
        parts: what is to be written, by part.
        variant: the variant that it belongs to; empty for the default reading.

    """

    rule: str
    parameter: str
    keys: tuple[str, ...] = ()
    parts: Mapping[str, object] = field(factory=dict, hash=False)
    variant: str = ""


@frozen
class VariantEdit:
    """What is said of a variant itself (变体的改动); None leaves a part as it is.

    Attributes:
        name: its key.
        title: what it reads differently.
        reading_of: the word that it reads differently; empty: none.
        confirmed: the first day of the version that it is confirmed for; empty: none.

    """

    name: str
    title: str | None = None
    reading_of: str | None = None
    confirmed: date | Literal[""] | None = None


@frozen
class ClauseEdit:
    """A clause that is added or written differently (条款的改动); None leaves a part as it is.

    Attributes:
        clause_id: its short name within the file; an unknown one is added after the last clause.
        locator: where it stands in the source.
        text: our restatement.
        since: the first day of the version that it came with.
        encoded_by: the rules or parameters that carry it out.
        set_aside: why nothing does; empty: something does.
        source: title of the source, where it is another one than the policy's.

    """

    clause_id: str
    locator: str | None = None
    text: str | None = None
    since: date | None = None
    encoded_by: tuple[str, ...] | None = None
    set_aside: str | None = None
    source: str | None = None
