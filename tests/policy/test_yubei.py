"""The three-level service centres of Yubei: what its file takes from each row of the source."""

from __future__ import annotations

import pytest

from checks import assert_explained, codes, day, present, recorded
from xinfang_core.calendar import mainland_calendar
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.bulletins import find_due
from xinfang_core.rules.limits import promised_deadline
from xinfang_core.rules.people import first_contact
from xinfang_core.rules.station.disclosure import find_unpublished
from xinfang_core.rules.station.network import Network, compare
from xinfang_core.rules.station.services import find_lacking
from xinfang_core.vocabulary import (
    AnswerableFor,
    Basis,
    Cycle,
    DisclosureItem,
    NetworkSum,
    NetworkUnit,
    Recurring,
    Service,
)

TODAY = day("2025-01-01")
POLICY = load_policy("yubei")
(EDITION,) = POLICY.editions
PACK = POLICY.on(TODAY)
CLAUSES = {clause.clause_id: clause for clause in EDITION.clauses}


class TestClauses:
    """Every row of the source stands in the file, carried out or set aside with a reason."""

    def test_all_twenty_one_rows_and_six_figures(self) -> None:
        rows = [str(number) for number in range(1, 22)]
        assert list(CLAUSES) == [*rows, *(f"f{number}" for number in range(1, 7))]

    def test_set_aside_are_slogans_and_history_alone(self) -> None:
        aside = [one.clause_id for one in EDITION.clauses if one.set_aside]
        assert aside == ["12", "13", "21"]


class TestNetwork:
    """Yubei 1, 8: "1+10", 21 and 322 sites, 85 departments."""

    def _sites(self, variant: str | None) -> int:
        params = present(POLICY.with_variant(variant).on(TODAY).station.network)
        decision = compare({}, params)
        assert_explained(decision)
        assert isinstance(decision.outcome, Network)
        (total,) = decision.outcome.sums
        assert total.of is NetworkSum.sites
        return total.published

    def test_354_sites_or_344_by_the_other_reading(self) -> None:
        assert self._sites(None) == 354
        assert self._sites("one_district_centre") == 344

    def test_what_one_and_ten_means_is_a_reading(self) -> None:
        count = present(PACK.station.network).count
        assert count[NetworkUnit.district_site].citation.basis is Basis.interpreted
        assert count[NetworkUnit.linked_department].value == 85


class TestServices:
    """Yubei 3, 4, 6, 7, 11, 14: functions, equipment, network, website, desk, proxying."""

    ITEMS = present(PACK.station.services).items

    @pytest.mark.parametrize(
        ("clause", "count"), [("3", 9), ("4", 13), ("6", 4), ("7", 3), ("11", 1), ("14", 5)]
    )
    def test_as_many_items_as_the_source_names(self, clause: str, count: int) -> None:
        locator = CLAUSES[clause].locator
        assert sum(step.citation.clause == locator for step in self.ITEMS.steps) == count

    def test_a_village_without_a_fax_machine_lacks_one_item(self) -> None:
        own = set(Service) - {Service.fax_machine}
        lacking = find_lacking(own, present(PACK.station.services))
        assert lacking.outcome == (Service.fax_machine,)


class TestDuties:
    """Yubei 14, 16, 18, 20: promised days, four questions, six items, one bulletin two reports."""

    def test_six_items_are_public(self) -> None:
        decision = find_unpublished((), present(PACK.station.disclosure))
        assert_explained(decision)
        assert isinstance(decision.outcome, tuple)
        assert len(decision.outcome) == 6
        assert DisclosureItem.charges in decision.outcome

    def test_four_questions(self) -> None:
        params = present(PACK.people.first_contact)
        assert params.answerable.values == (
            AnswerableFor.accept,
            AnswerableFor.bear,
            AnswerableFor.conclude,
            AnswerableFor.feed_back,
        )
        decision = first_contact.decide(recorded(), params, first_contact=None)
        assert_explained(decision)
        assert "first_contact.answerable" in codes(decision.reasons)

    def test_a_bulletin_and_a_report_a_month_and_one_a_year(self) -> None:
        params = present(PACK.ledger.bulletins)
        assert [params.cycle[one].value for one in Recurring] == [
            Cycle.month,
            Cycle.month,
            Cycle.year,
        ]
        decision = find_due((), TODAY, day("2025-03-10"), params)
        assert_explained(decision)
        assert len(decision.findings) == 2

    def test_a_proxied_matter_needs_a_promised_day_and_another_none(self) -> None:
        params = present(PACK.limits.promised_deadline)
        calendar, as_of = mainland_calendar(), day("2025-03-10")
        started = recorded(receive="2025-03-03", start="2025-03-03")
        proxied = promised_deadline.decide(started, as_of, params, calendar)
        other = promised_deadline.decide(recorded(accept="2025-03-03"), as_of, params, calendar)
        assert codes(proxied.findings) == ["promised_deadline.missing"]
        assert not other.findings
