"""The words of a form, filled in (填好的文字): what stands where a template would have marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.documents.letters.form import EACH, MARK

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from xinfang_core.documents.letters.form import Part
    from xinfang_core.documents.letters.letter import Filled


def filled_words(text: str, values: Mapping[str, Filled]) -> str:
    """Words with their fields filled in; what is filled in is not looked into again.

    Args:
        text: the words, with ``{{ name }}`` in them.
        values: what is filled in; a list stands line by line.

    """

    def told(found: re.Match[str]) -> str:
        value = values[found[1]]
        return value if isinstance(value, str) else "\n".join(value)

    return MARK.sub(told, text)


def paragraphs_of(part: Part, values: Mapping[str, Filled]) -> tuple[str, ...]:
    """The paragraphs that a part becomes: one, or one for each item of its list."""
    if not part.each:
        return (filled_words(part.text, values),)
    items = values[part.each]
    return tuple(filled_words(part.text, {**values, EACH: item}) for item in items)
