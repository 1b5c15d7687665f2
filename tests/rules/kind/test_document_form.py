"""Which of the five forms does the matter's file take?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import histories
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.document_form import Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    DocumentForm,
    EventKind,
    Severity,
    Undetermined,
)

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).kind.document_form)
PROMISE = Event(EventKind.promise, day("2025-03-03"), until=day("2025-03-20"))
FORMS = st.none() | st.sampled_from(DocumentForm)


class TestFiveForms:
    """Yubei 17: handling, reply, promise, joint handling, referral upwards."""

    def test_five_in_the_order_of_the_source(self) -> None:
        names = [form.value for form in DocumentForm]
        assert names == ["办件", "答复件", "承诺件", "联办件", "上报件"]
        assert YUBEI.forms.values == tuple(DocumentForm)

    @pytest.mark.parametrize("form", [one for one in DocumentForm if one.name != "promise"])
    def test_a_recorded_form_is_taken(self, form: DocumentForm) -> None:
        decision = decide(form, recorded(receive="2025-03-03"), YUBEI)
        assert_explained(decision)
        assert decision.outcome is form
        assert decision.basis is Basis.stated
        assert not decision.findings

    def test_what_makes_a_form_is_not_said_so_it_is_never_guessed(self) -> None:
        decision = decide(None, recorded(receive="2025-03-03"), YUBEI)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == YUBEI.default.citation

    def test_a_district_may_fill_the_form_in(self) -> None:
        filled = evolve(YUBEI, default=evolve(YUBEI.default, value=DocumentForm.handling))
        decision = decide(None, History(), filled)
        assert_explained(decision)
        assert decision.outcome is DocumentForm.handling


class TestPromise:
    """A promise form without a promised day promises nothing."""

    def test_with_a_promised_day(self) -> None:
        assert not decide(DocumentForm.promise, recorded(PROMISE), YUBEI).findings

    def test_without_one(self) -> None:
        decision = decide(DocumentForm.promise, recorded(receive="2025-03-03"), YUBEI)
        assert decision.outcome is DocumentForm.promise
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.text() == "登记为承诺件，未见承诺办结时间记录"

    def test_a_silent_proof_asks_for_nothing(self) -> None:
        silent = evolve(YUBEI, promised_by=evolve(YUBEI.promised_by, value=Absent.silent))
        assert not decide(DocumentForm.promise, History(), silent).findings


class TestLists:
    """A form that the policy does not list is taken, with a notice."""

    FEWER = evolve(YUBEI, forms=CitedList(YUBEI.forms.steps[:2], YUBEI.forms.citation))

    def test_not_listed(self) -> None:
        decision = decide(DocumentForm.joint, History(), self.FEWER)
        assert_explained(decision)
        assert decision.outcome is DocumentForm.joint
        assert codes(decision.findings) == ["document_form.not_listed"]

    def test_a_silent_list_leaves_nothing_out(self) -> None:
        silent = evolve(YUBEI, forms=CitedList((), YUBEI.forms.citation, Absent.silent))
        assert not decide(DocumentForm.joint, History(), silent).findings

    @given(FORMS, histories(), any_params(Params))
    def test_total(self, form: DocumentForm | None, history: History, params: Params) -> None:
        decision = decide(form, history, params)
        assert_explained(decision)
        assert form is None or decision.outcome is form

    @given(FORMS, histories())
    def test_a_promise_never_adds_a_finding(
        self, form: DocumentForm | None, history: History
    ) -> None:
        longer = History((*history.events, PROMISE))
        assert len(decide(form, longer, YUBEI).findings) <= len(
            decide(form, history, YUBEI).findings
        )
