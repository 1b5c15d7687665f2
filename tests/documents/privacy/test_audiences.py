"""Who may see what of whom."""

from __future__ import annotations

import pytest

from xinfang_core.documents.privacy.audiences import (
    MAY_SEE,
    WHATS,
    check_renderable,
    may_see,
)
from xinfang_core.errors import MisuseError
from xinfang_core.vocabulary import Audience, CaseClass, PartyRole


class TestTable:
    """Every reader, every role; what is not given is not seen."""

    def test_it_is_complete(self) -> None:
        assert set(MAY_SEE) == set(Audience)
        assert all(set(row) == set(PartyRole) for row in MAY_SEE.values())
        assert all(seen <= {*WHATS} for row in MAY_SEE.values() for seen in row.values())

    @pytest.mark.parametrize("audience", [Audience.public, Audience.accused])
    def test_the_public_and_the_accused_see_nothing(self, audience: Audience) -> None:
        assert not any(may_see(audience, role, what) for role in PartyRole for what in WHATS)

    def test_the_petitioner_sees_all_of_their_own(self) -> None:
        assert all(may_see(Audience.petitioner, PartyRole.petitioner, what) for what in WHATS)
        assert not may_see(Audience.petitioner, PartyRole.agent, "address")

    def test_offices_see_whom_to_answer_and_no_identity_card(self) -> None:
        for audience in (Audience.handling_body, Audience.superior):
            assert may_see(audience, PartyRole.petitioner, "phone")
            assert not any(may_see(audience, role, "id_number") for role in PartyRole)


class TestAccusations:
    """2022 regulation Art. 30: neither material nor circumstances reach the accused."""

    def test_nothing_of_an_accusation_is_made_for_the_accused(self) -> None:
        with pytest.raises(MisuseError, match="检举控告事项的内容和有关情况不得告知"):
            check_renderable(CaseClass.accusation, Audience.accused)

    def test_nor_of_a_matter_that_may_be_one(self) -> None:
        with pytest.raises(MisuseError, match="请先登记事项类别"):
            check_renderable(None, Audience.accused)

    @pytest.mark.parametrize("case_class", [CaseClass.suggestion, CaseClass.appeal])
    def test_other_matters_may_be_told(self, case_class: CaseClass) -> None:
        check_renderable(case_class, Audience.accused)

    @pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.accused])
    @pytest.mark.parametrize("case_class", [None, *CaseClass])
    def test_others_may_be_told_of_it(
        self, audience: Audience, case_class: CaseClass | None
    ) -> None:
        check_renderable(case_class, audience)
