"""Errors: every fault at once, each with its place and its words."""

from __future__ import annotations

import pickle
from inspect import isclass

import pytest

from xinfang_core import errors
from xinfang_core.errors import (
    MOST_FAULTS,
    Fault,
    InvalidFactError,
    MisuseError,
    PolicyDataError,
    RecordError,
    ServiceError,
    UnknownNameError,
    XinfangError,
)

KINDS = [kind for kind in vars(errors).values() if isclass(kind) and issubclass(kind, XinfangError)]
MISSING = Fault("key.missing", (("name", "unit"),), "甲.toml", 3, 7, "incentive.cap")


class TestFault:
    """A fault names its place, what was found and what is wanted."""

    def test_place_path_and_sentence(self) -> None:
        assert MISSING.text() == "甲.toml:3:7: incentive.cap: 缺少“unit”"
        assert MISSING.text("en") == "甲.toml:3:7: incentive.cap: “unit” is missing"

    @pytest.mark.parametrize(
        ("fault", "place"),
        [
            (Fault("policy.no_file"), ""),
            (Fault("policy.no_file", (), "甲.toml"), "甲.toml"),
            (Fault("policy.no_file", (), "甲.toml", 3), "甲.toml:3"),
            (Fault("policy.no_file", (), "", 3, 7), "3:7"),
            (Fault("policy.no_file", (), "", 0, 7), "7"),
        ],
    )
    def test_the_place_is_told_as_far_as_known(self, fault: Fault, place: str) -> None:
        assert fault.place == place
        assert fault.text("en").startswith(place)
        assert fault.text("en").endswith("the folder holds no policy file (.toml)")

    def test_without_place_and_path_the_sentence_stands_alone(self) -> None:
        assert Fault("policy.no_file").text("en") == "the folder holds no policy file (.toml)"


class TestForeignText:
    """What comes from outside is repeated on one line, visibly, and no longer than is read."""

    @pytest.mark.parametrize(
        ("found", "shown"),
        [
            ("5日", "5日"),
            ("a\nb", "a<U+000A>b"),
            ("\u200b\u202e\x1b[2J", "<U+200B><U+202E><U+001B>[2J"),
            ("字" * 60, "字" * 60),
            ("字" * 61, "字" * 60 + "…"),
            (("甲", "乙\n"), "甲, 乙<U+000A>"),
            (tuple("甲" * 40), ", ".join("甲" * 40)),
            (tuple("甲" * 41), ", ".join("甲" * 40) + ", …"),
            (15, "15"),
        ],
    )
    def test_a_fact(self, found: object, shown: str) -> None:
        fault = Fault("value.not_text", (("found", found),))
        assert fault.text("en") == f"a text is wanted, found {shown}"

    def test_a_place_and_a_path(self) -> None:
        fault = Fault("policy.no_file", (), "甲\n.toml", 3, path="p" * 161)
        assert fault.text("en").startswith(f"甲<U+000A>.toml:3: {'p' * 160}…: ")
        assert len(fault.text("en").splitlines()) == 1

    def test_a_long_file_name_is_cut(self) -> None:
        fault = Fault("policy.no_file", (), "f" * 300)
        assert fault.text("en").startswith("f" * 255 + "…: ")


class TestKinds:
    """One base class, stable codes, each a subclass of the nearest built-in."""

    def test_the_codes_are_stable(self) -> None:
        assert {kind.__name__: kind.code for kind in KINDS} == {
            "XinfangError": "error",
            "InvalidFactError": "invalid_fact",
            "PolicyDataError": "policy_data",
            "RecordError": "record",
            "ServiceError": "service",
            "UnknownNameError": "unknown_name",
            "MisuseError": "misuse",
        }

    @pytest.mark.parametrize(
        ("kind", "builtin"),
        [
            (InvalidFactError, ValueError),
            (PolicyDataError, ValueError),
            (RecordError, ValueError),
            (ServiceError, RuntimeError),
            (UnknownNameError, LookupError),
            (MisuseError, ValueError),
        ],
    )
    def test_the_builtin_catches_it_too(
        self, kind: type[XinfangError], builtin: type[Exception]
    ) -> None:
        with pytest.raises(builtin) as caught:
            raise kind(MISSING)
        assert isinstance(caught.value, XinfangError)

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_error_survives_the_way_to_another_process(self, kind: type[XinfangError]) -> None:
        again = pickle.loads(pickle.dumps(kind(MISSING, MISSING)))  # noqa: S301
        assert type(again) is kind
        assert again.faults == (MISSING, MISSING)


class TestText:
    """One line for each fault, up to the most that anybody reads."""

    def test_every_fault_has_its_line_in_the_order_of_the_input(self) -> None:
        other = Fault("policy.no_file")
        error = PolicyDataError(MISSING, other)
        assert error.faults == (MISSING, other)
        assert error.text("en").splitlines() == [MISSING.text("en"), other.text("en")]

    def test_a_traceback_speaks_chinese(self) -> None:
        assert str(PolicyDataError(MISSING)) == MISSING.text("zh")

    def test_as_many_as_can_be_shown_are_shown(self) -> None:
        lines = RecordError(*[MISSING] * MOST_FAULTS).text().splitlines()
        assert lines == [MISSING.text()] * MOST_FAULTS

    def test_the_rest_are_counted(self) -> None:
        error = RecordError(*[MISSING] * (MOST_FAULTS + 3))
        assert error.text("zh").splitlines()[MOST_FAULTS:] == ["……另有 3 处问题未列出"]
        assert error.text("en").splitlines()[MOST_FAULTS:] == ["… and 3 more"]
        assert len(error.faults) == MOST_FAULTS + 3
