"""What carries a clause out, in Chinese and back."""

from __future__ import annotations

from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.parameters import annotations_of
from xinfang_core.workbook.policy_codes import code_words, codes_in


class TestCodes:
    """A clause names rules and parameters by their keys, an officer by their titles."""

    def test_every_rule_and_parameter_comes_back(self) -> None:
        codes = [
            code
            for rule, kind in PARAMS.items()
            for code in (rule, *(f"{rule}.{name}" for name in annotations_of(kind)))
        ]
        told = "\n".join(map(code_words, codes))
        assert codes_in(told) == tuple(codes)
        assert codes_in("、".join(codes)) == tuple(codes)
        assert not told.isascii()

    def test_what_a_policy_declares_stays_as_it_is(self) -> None:
        assert code_words("limit.sign_for.limit") == "limit.sign_for.limit"
        assert codes_in("limit.sign_for；无此规则") == ("limit.sign_for", "无此规则")
        assert codes_in("") == ()
