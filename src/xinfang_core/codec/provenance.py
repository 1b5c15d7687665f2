"""What made an answer, on the wire (结论的来历): an object that its answers name by its id."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.codec.plain import plain_object

if TYPE_CHECKING:
    from xinfang_core.assessment.made_by import MadeBy
    from xinfang_core.codec.plain import Json

CONTRACT = 1
"""The version of the wire: it is raised where a program that reads answers has to change."""

_DIGITS = 16


def made_by_json(made_by: MadeBy) -> Json:
    """What made an answer: the same id means the same library, editions, calendar and day."""
    told: Json = {
        "library": __version__,
        "contract": CONTRACT,
        "editions": {one.label: one.digest for one in made_by.editions},
        "variant": made_by.variant,
        "calendar": plain_object(made_by.calendar.provenance),
        "as_of": made_by.as_of.isoformat(),
        "allow_assumed": made_by.allow_assumed,
    }
    return {"id": sha256(json.dumps(told).encode("ascii")).hexdigest()[:_DIGITS], **told}
