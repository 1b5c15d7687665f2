"""The one gate between what is composed and what is written (脱敏)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Document, Draft
    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.vocabulary import Audience


def passed(draft: Draft, audience: Audience, parties: Parties | None = None) -> Document:
    """The document as its readers may see it: every word of it has gone through the masks.

    Args:
        draft: what was composed.
        audience: who reads it.
        parties: the people of the case; None where the host gave none.

    """
    raise NotImplementedError(draft, audience, parties)
