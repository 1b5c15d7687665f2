"""What a limit of the simplified procedure answers outside it (简易办理以外): all of them alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.deadline import Deadline, undetermined
from xinfang_core.decision import Decision
from xinfang_core.vocabulary import Absent, Procedure, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.decision import Reason

    Found = Procedure | Undetermined | Absent
    """The outcome of ``simplified_procedure``."""


def unless_simplified(ordinary: Reason, unknown: Reason) -> Mapping[Found, Decision[Deadline]]:
    """The answers by what was found of the procedure; the simplified one has none here.

    Args:
        ordinary: why there is no such limit in the ordinary procedure.
        unknown: why nothing can be told where the procedure is not known.

    """
    not_covered: Decision[Deadline] = Decision(Absent.none, (ordinary,))
    not_known = dict.fromkeys((*Undetermined, *Absent), undetermined(unknown))
    return {Procedure.ordinary: not_covered, **not_known}
