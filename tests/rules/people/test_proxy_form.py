"""In which form is the matter proxied, and who began it?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.context import without_assumed
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.proxy_form import Params, decide
from xinfang_core.vocabulary import Absent, Basis, ProxyForm, Role, Severity, Undetermined

JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).people.proxy_form)


class TestForms:
    """Jiuyuan 11, 12: assigned, initiated or entrusted; agents initiate what they find."""

    @pytest.mark.parametrize(
        ("form", "by"),
        [
            (ProxyForm.assigned, Role.petition_office),
            (ProxyForm.initiated, Role.agent),
            (ProxyForm.entrusted, Role.petitioner),
        ],
    )
    def test_the_recorded_form_stands_and_says_who_began(self, form: ProxyForm, by: Role) -> None:
        decision = decide(form, JIUYUAN)
        assert_explained(decision)
        assert decision.outcome is form
        assert dict(decision.reasons[1].facts) == {"by": by}
        assert decision.findings == ()

    def test_only_who_initiates_is_told_by_the_source(self) -> None:
        bases = {form: JIUYUAN.begun_by[form].citation.basis for form in ProxyForm}
        assert [form for form in bases if bases[form] is Basis.stated] == [ProxyForm.initiated]

    @pytest.mark.parametrize("form", ProxyForm)
    def test_the_form_does_not_rest_on_who_began(self, form: ProxyForm) -> None:
        decision = decide(form, JIUYUAN)
        assert decision.basis is Basis.stated
        assert without_assumed(decision) == decision

    def test_who_began_is_not_told_where_the_source_does_not_say(self) -> None:
        silent = evolve(JIUYUAN.begun_by[ProxyForm.entrusted], value=Absent.silent)
        cells = {**JIUYUAN.begun_by.cells, ProxyForm.entrusted: silent}
        params = evolve(JIUYUAN, begun_by=evolve(JIUYUAN.begun_by, cells=cells))
        decision = decide(ProxyForm.entrusted, params)
        assert codes(decision.reasons) == ["proxy_form.recorded"]

    def test_what_is_not_recorded_is_not_guessed(self) -> None:
        decision = decide(None, JIUYUAN)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["proxy_form.not_recorded"]

    def test_a_form_that_the_policy_does_not_know_is_a_finding(self) -> None:
        params = evolve(JIUYUAN, forms=evolve(JIUYUAN.forms, steps=JIUYUAN.forms.steps[:2]))
        decision = decide(ProxyForm.entrusted, params)
        assert decision.outcome is ProxyForm.entrusted
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "proxy_form.unknown_form"

    def test_where_the_policy_lists_no_forms_any_will_do(self) -> None:
        forms = evolve(JIUYUAN.forms, steps=(), absent=Absent.silent)
        assert decide(ProxyForm.entrusted, evolve(JIUYUAN, forms=forms)).findings == ()


class TestProperties:
    """Any form under any policy has an answer, which is the form itself."""

    @given(st.none() | st.sampled_from(ProxyForm), any_params(Params))
    def test_total(self, form: ProxyForm | None, params: Params) -> None:
        decision = decide(form, params)
        assert_explained(decision)
        assert decision.outcome is (form or Undetermined.undetermined)
