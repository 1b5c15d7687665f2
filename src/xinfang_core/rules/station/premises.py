"""Is the service centre as large as it must be? (阵地面积).

Source: Yubei (渝北“三级服务中心”), part one, first standard. Where office buildings are built anew,
the public service centre of a street has at least 300 square metres, that of a town 150, and the
service centre of a village or community 50.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import SquareMetres
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    FloorArea,
    ServiceCentre,
    Severity,
    Undetermined,
)

__all__ = ["check_area"]

NEW_BUILDINGS = Citation(
    source="",
    clause="阵地面积的适用范围",
    phrase="",
    basis=Basis.interpreted,
    note="面积要求只针对新建办公楼，既有场所不据此认定不足；未记录是否新建的，无法确定",
)
"""The areas are asked of new office buildings only."""

_NOT_NEW: Decision[FloorArea] = Decision(
    Absent.none, (Reason("premises.not_new", (), NEW_BUILDINGS),)
)
_NEW_NOT_RECORDED: Decision[FloorArea] = Decision(
    Undetermined.undetermined, (Reason("premises.new_not_recorded", (), NEW_BUILDINGS),)
)


@frozen
class Params:
    """What a policy says about floor areas.

    Attributes:
        least_area: the smallest area of each kind of centre.

    """

    least_area: Table[ServiceCentre, SquareMetres]


def check_area(
    centre: ServiceCentre, area: Decimal | None, params: Params, *, new_building: bool | None
) -> Decision[FloorArea]:
    """Whether a centre is as large as it must be.

    Args:
        centre: its kind.
        area: its floor area in square metres; None where not recorded.
        params: the policy's areas.
        new_building: whether it stands in a new office building; None where not recorded.

    """
    if new_building is None:
        return _NEW_NOT_RECORDED
    if not new_building:
        return _NOT_NEW
    least = params.least_area[centre]
    if least.value is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(least),))
    if isinstance(least.value, Absent):
        none = Reason("premises.no_least", (("centre", centre),), least.citation)
        return Decision(Absent.none, (none,))
    facts = (("centre", centre), ("least", least.value))
    if area is None:
        unknown = Reason("premises.area_not_recorded", facts, least.citation)
        return Decision(Undetermined.undetermined, (unknown,))
    found = (*facts, ("area", area))
    if area >= least.value:
        enough = Reason("premises.sufficient", found, least.citation)
        return Decision(FloorArea.sufficient, (enough,))
    short = Reason("premises.insufficient", found, least.citation)
    return Decision(FloorArea.insufficient, (short,), (Finding(Severity.violation, short),))
