"""Numbers of a policy with the unit that its source uses (数量)."""

from decimal import Decimal
from typing import Annotated

from xinfang_core.vocabulary import Measure

Yuan = Annotated[Decimal, Measure.yuan]
SquareMetres = Annotated[Decimal, Measure.square_metre]
Percent = Annotated[Decimal, Measure.percent]
Points = Annotated[Decimal, Measure.point]
People = Annotated[int, Measure.person]
Times = Annotated[int, Measure.time]
Minutes = Annotated[int, Measure.minute]
Digits = Annotated[int, Measure.digit]
