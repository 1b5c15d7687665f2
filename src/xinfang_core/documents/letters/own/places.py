"""Places in a template (模板中的位置), as people find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.messages import Lang


@frozen
class Place:
    """A paragraph of a template (段落位置).

    Attributes:
        kind: the kind of part, such as ``header``; empty where the part holds no text.
        part: the name of the part.
        paragraph: its number, from 1, those in tables counted too; 0 for the whole part.

    """

    kind: str
    part: str
    paragraph: int = 0

    def text(self, lang: Lang = "zh") -> str:
        """The place in words."""
        if not self.kind or not self.paragraph:
            return render("template.place_whole", {"part": self.part}, lang)
        part = render(f"template.part.{self.kind}", {}, lang)
        return render("template.place", {"part": part, "paragraph": self.paragraph}, lang)
