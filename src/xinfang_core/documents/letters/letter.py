"""A letter that is ready to be written (文书): its form, and what is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.letters.form import Form
    from xinfang_core.vocabulary import Audience

Filled: TypeAlias = "str | tuple[str, ...]"
"""What is filled in: words, or a list of paragraphs."""


@frozen
class Letter:
    """A letter as its readers may see it: the gate made it (文书).

    Attributes:
        form: its kind, layout and words.
        audience: for whom it was masked.
        values: what is filled in, by the field's name: every field of the form is there, a blank
            where nothing was given; masked, and of characters that every format takes.
        made_by: what made it: policy, version, digests, library; names and values.

    """

    form: Form
    audience: Audience
    values: Mapping[str, Filled] = field(hash=False, repr=False)
    made_by: tuple[tuple[str, str], ...]
