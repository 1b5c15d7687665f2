"""The same about papers (文书): what a petition or an opinion states."""

from __future__ import annotations

from attrs import frozen

from xinfang_core.rules.papers import (
    opinion_content,
    petition_content,
)

__all__ = ["opinion_content", "petition_content"]


@frozen
class PapersParams:
    """What the policies say of each rule; None where they have it not."""

    opinion_content: opinion_content.Params | None = None
    petition_content: petition_content.Params | None = None
