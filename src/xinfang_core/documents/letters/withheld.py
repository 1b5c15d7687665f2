"""What a letter leaves out of what the office gave (未印出的内容): told, so that nobody wonders.

The office reads it before the letter goes out; the letter itself is right without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.given_checks import is_blank, joined
from xinfang_core.documents.privacy.masking import labels_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.documents.letters.given import Given
    from xinfang_core.documents.letters.letter import Letter
    from xinfang_core.errors import Fault


def withheld(letter: Letter, given: Mapping[str, Given]) -> Iterator[Fault]:
    """A line for each field that its readers do not see, or not all of.

    Args:
        letter: as its readers may see it.
        given: by the names of fields what the office gave.

    """
    for field in letter.form.fields:
        one = given.get(field.name)
        if one is None or is_blank(one):
            continue
        title, value = ("title", field.title), letter.values[field.name]
        if one.readers is not None and letter.audience not in one.readers:
            yield one.place.fault("letter.hidden", (title, ("audience", letter.audience)))
            continue
        printed = value if isinstance(value, str) else "\n".join(value)
        if labels_in(printed) > labels_in(joined(one)):
            yield one.place.fault("letter.masked", (title,))
