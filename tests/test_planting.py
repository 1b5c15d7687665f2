"""Which slips a mutation sample can plant in a source file."""

from __future__ import annotations

from planting import faults

SOURCE = """\
from attrs import field, frozen

@frozen(order=True)
class Told:
    name: str = field(repr=False)

def f(a: int = 2, *, 是: bool = True) -> tuple[int, ...]:
    \"\"\"At least 3, and not 4.\"\"\"
    if not a or a is 是 and 0 < a <= 9:
        return max(a - 1, len(f"{a + 1}")), *zip(a, a, strict=True)
    return (a) + a
"""


def test_every_slip_has_its_place_and_what_it_would_read_like() -> None:
    source = SOURCE.encode()
    found = [
        f"{one.place(source)} {source[one.start : one.end].decode()}>{one.new.decode()}"
        for one in faults(source)
    ]
    assert found == [
        "7:16 2>1",
        "7:16 2>3",
        "7:32 True>False",
        "9:8 not>",
        "9:14 or>and",
        "9:19 is>is not",
        "9:24 and>or",
        "9:28 0>-1",
        "9:28 0>1",
        "9:30 <><=",
        "9:34 <=><",
        "9:37 9>10",
        "9:37 9>8",
        "10:16 max>min",
        "10:20 a - 1>(a)",
        "10:24 1>0",
        "10:24 1>2",
        "11:12 (a) + a>(a)",
    ]


def test_planted_it_stands_in_the_source() -> None:
    source = "甲 = 1\n".encode()
    assert [one.planted(source).decode() for one in faults(source)] == ["甲 = 0\n", "甲 = 2\n"]
