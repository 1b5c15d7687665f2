"""What of the letters could not be checked is known, so that it can be asked."""

from __future__ import annotations

from xinfang_core.documents.letters.measures import measures
from xinfang_core.documents.letters.unchecked import known_by_name, unverified
from xinfang_core.vocabulary import Basis


def test_the_letters_of_which_only_the_name_is_known() -> None:
    assert known_by_name() == ("工作提醒函", "重点督办函", "问责建议函", "工作约谈通知")


def test_every_assumed_measure_is_listed_with_its_value() -> None:
    listed = dict(unverified())
    assumed = [one for one in measures().values() if one.basis is Basis.assumed]
    assert all(listed[one.title].startswith(f"{one.value:g}") for one in assumed)
    assert {"42 毫米", "2.25 磅", "黑体"} <= {*listed.values()}


def test_what_the_standard_states_is_not() -> None:
    stated = {one.title for one in measures().values() if one.basis is Basis.stated}
    assert not stated & dict(unverified()).keys()
