"""A letter filled in: who gives what, what is refused, and who reads which words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from letter_samples import (
    FIRST,
    PROXIED,
    REFUSED,
    SAMPLES,
    asked,
    lines,
    sample_cases,
    sample_given,
    sample_letter,
    sample_parties,
)
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.decision import Reason
from xinfang_core.documents.letters.fields import letter
from xinfang_core.documents.letters.form import BLANK
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.given import Given, Place
from xinfang_core.documents.letters.given_checks import LONGEST
from xinfang_core.documents.letters.material import clause_words, reason_words
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.errors import MisuseError
from xinfang_core.periods import WorkingDays
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import (
    Absent,
    Audience,
    Basis,
    CaseClass,
    EarlierStage,
    EventKind,
    Grade,
    LetterKind,
    OutsideAs,
    PartyRole,
    PetitionForm,
    ReceivingBody,
    Role,
    Route,
    Subject,
    SuspensionCause,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xinfang_core.documents.letters.letter import Letter

KIND = LetterKind
ANYBODY = tuple(Audience)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _case(number: str, *dropped: EventKind, **facts: Any) -> Case:  # noqa: ANN401 - any fact
    """A golden case with some of its facts changed and some kinds of events dropped."""
    found = sample_cases()[number]
    kept = tuple(one for one in found.history.events if one.kind not in dropped)
    more = facts.pop("more", ())
    return evolve(found, history=History((*kept, *more)), **facts)


def _given(kind: LetterKind, *dropped: str, **more: Given) -> Mapping[str, Given]:
    """What the host gives in the golden letter, with some of it changed."""
    kept = {name: one for name, one in sample_given(kind).items() if name not in dropped}
    return {**kept, **more}


def _free(text: str) -> Given:
    return Given(text, ANYBODY)


def _faults(make: Callable[[], Letter]) -> list[tuple[str, str]]:
    """The faults of a letter that is refused: code and path."""
    with pytest.raises(MisuseError) as raised:
        make()
    assert "甲某某" not in str(raised.value)
    return [(one.code, one.path) for one in raised.value.faults]


def _codes(kind: LetterKind, **changes: Any) -> list[str]:  # noqa: ANN401 - any change
    return [code for code, _ in _faults(lambda: sample_letter(kind, **changes))]


def _older() -> Case:
    """A golden case under the regulation of 2005, transferred to a body."""
    days = [(EventKind.receive, "2021-03-01"), (EventKind.register, "2021-03-01")]
    days += [(EventKind.transfer, "2021-03-08"), (EventKind.receive, "2021-03-09")]
    history = History(tuple(Event(kind, _day(day)) for kind, day in days))
    return evolve(sample_cases()["文书-2026-0003"], history=history)


_OLD = _given(KIND.transfer_letter, "written_on")
_OLD_OBJECTION = _given(KIND.objection, "written_on")


class TestGivers:
    """Facts and assessment give dates, limits, clauses and remedies; the host gives the rest."""

    def test_days_are_written_out_and_limits_carry_their_clause(self) -> None:
        told = "".join(lines(sample_letter(KIND.acceptance_notice)))
        assert "于2025年10月13日予以受理" in told
        assert (
            "起60日内办结，最后一日为2025年12月12日，依据是《信访工作条例》第三十四条〔解释〕"
            in told
        )

    def test_a_provisional_last_day_is_told_with_its_bounds(self) -> None:
        events = (
            Event(EventKind.receive, _day("2026-12-01")),
            Event(EventKind.accept, _day("2026-12-02")),
        )
        case = evolve(sample_cases()[FIRST], history=History(events))
        found = sample_letter(
            KIND.acceptance_notice,
            case=case,
            as_of="2026-12-02",
            given=_given(KIND.acceptance_notice, "written_on"),
        )
        assert "暂定，最早2027年1月31日，最迟" in found.values["handling_time"]
        assert found.values["written_on"] == BLANK

    def test_a_class_without_a_day_count_says_so(self) -> None:
        case = _case(FIRST, case_class=CaseClass.suggestion, route=None)
        told = "".join(lines(sample_letter(KIND.acceptance_notice, case=case)))
        assert "没有规定这类事项办理的天数" in told
        assert "本事项属建议意见类" in told

    def test_another_route_leads_elsewhere(self) -> None:
        case = _case(FIRST, route=Route.arbitration)
        told = "".join(lines(sample_letter(KIND.acceptance_notice, case=case)))
        assert "办理途径为仲裁，导入相应程序处理" in told

    def test_the_limit_of_the_locality_stands_beside_the_national_one(self) -> None:
        told = sample_letter(KIND.acceptance_notice, policy="online-proxy").values["handling_time"]
        assert "60日内办结" in told
        assert "15个工作日内答复" in told

    def test_a_petitioner_may_ask_for_a_review_within_thirty_days(self) -> None:
        """Art. 35: 30 days from receipt, of the next higher body."""
        told = "".join(lines(sample_letter(KIND.handling_opinion)))
        assert "自收到本意见书之日起30日内，请求原办理机关、单位的上一级机关、单位复查" in told

    def test_the_older_regulation_gives_its_own_clauses(self) -> None:
        events = [(EventKind.receive, "2021-03-01"), (EventKind.register, "2021-03-01")]
        events += [(EventKind.accept, "2021-03-08")]
        history = History(tuple(Event(kind, _day(day)) for kind, day in events))
        case = evolve(sample_cases()[FIRST], history=history)
        unwritten = _given(KIND.handling_opinion, "written_on")
        told = "".join(
            lines(
                sample_letter(KIND.handling_opinion, case=case, as_of="2021-03-10", given=unwritten)
            )
        )
        assert "《信访条例》第三十四条" in told

    def test_the_notice_of_what_was_passed_on_has_its_own_paragraph(self) -> None:
        """2022 Art. 23(2) is about what the petitioner brought, 23(3) about what was passed on."""
        assert sample_letter(KIND.acceptance_notice).values["notice_basis"] == (
            "《信访工作条例》第二十三条第三款"
        )
        direct = _case(FIRST, EventKind.assign, received_by=ReceivingBody.body)
        found = sample_letter(KIND.acceptance_notice, case=direct)
        assert found.values["notice_basis"] == "《信访工作条例》第二十三条第二款"
        asked_of_body = sample_letter(KIND.transfer_letter).values["asked"]
        assert asked_of_body[0].endswith("依据是《信访工作条例》第二十三条第三款〔解释〕。")
        kept = sample_letter(KIND.closing_report).values["limits_kept"]
        assert [one for one in kept if "告知期限" in one and "第二十三条第三款" in one]

    def test_the_older_regulation_wants_every_matter_concluded(self) -> None:
        """2005 Art. 33 is about all matters, 2022 Art. 34 about Art. 31 (六) alone."""
        told = sample_letter(KIND.transfer_letter, case=_older(), as_of="2021-03-10", given=_OLD)
        assert told.values["asked"][-1].startswith("自受理之日起60日内办结")
        assert "第二十一条第二款" in told.values["asked"][0]
        now = sample_letter(KIND.transfer_letter).values["asked"]
        assert now[-1].startswith("依信访程序办理的申诉求决事项，")
        other = _case("文书-2026-0003", case_class=CaseClass.suggestion, route=None)
        assert len(sample_letter(KIND.transfer_letter, case=other).values["asked"]) == 2

    def test_each_duty_about_a_suggestion_has_its_paragraph(self) -> None:
        """Art. 29(1) study and answer, 29(2) rewards."""
        case = _case(FIRST, case_class=CaseClass.suggestion, route=None)
        told = sample_letter(KIND.acceptance_notice, case=case).values["handling_way"]
        assert "《信访工作条例》第二十九条第一款、《信访工作条例》第二十九条第二款。" in told

    def test_a_report_on_what_was_only_transferred_names_no_clause(self) -> None:
        """Art. 22(1)三: reports are asked for of what was assigned."""
        transferred = Event(EventKind.transfer, _day("2025-10-10"))
        case = _case(FIRST, EventKind.assign, more=(transferred,))
        assert sample_letter(KIND.closing_report, case=case).values["report_basis"] == BLANK

    def test_what_came_anew_after_a_reopening_tells_that_day(self) -> None:
        again = [(EventKind.reopen, "2026-01-12"), (EventKind.receive, "2026-01-13")]
        later = [(EventKind.assign, "2026-01-14"), (EventKind.receive, "2026-01-15")]
        taken = (EventKind.accept, "2026-01-16")
        reviews = (EventKind.request_review, EventKind.review)

        def received(kind: LetterKind, *days: tuple[EventKind, str]) -> object:
            more = tuple(Event(one, _day(day)) for one, day in (*days, taken))
            case = _case(FIRST, *reviews, EventKind.request_re_review, more=more)
            given = _given(kind, "written_on")
            made = sample_letter(kind, case=case, as_of="2026-01-20", given=given)
            return made.values["received_on"]

        assert received(KIND.acceptance_notice, *again, *later) == "2026年1月15日"
        assert received(KIND.assignment_letter, *again, *later) == "2026年1月13日"
        assert received(KIND.acceptance_notice, again[0]) == "2025年10月11日"

    def test_the_office_tells_when_the_petitioner_wrote_and_the_body_when_it_got_it(self) -> None:
        assert sample_letter(KIND.assignment_letter).values["received_on"] == "2025年9月28日"
        assert sample_letter(KIND.handling_opinion).values["received_on"] == "2025年10月11日"
        unknown = _case(FIRST, received_by=None)
        unknown = evolve(
            unknown,
            history=History(
                tuple(one for one in unknown.history.events if one.day != _day("2025-10-11"))
            ),
        )
        found = sample_letter(KIND.handling_opinion, case=unknown)
        assert found.values["received_on"] == BLANK
        directly = sample_letter(KIND.non_acceptance_notice).values["received_on"]
        assert directly == "2026年5月11日"

    def test_the_course_is_told_day_by_day_and_the_grades_by_whom(self) -> None:
        found = sample_letter(KIND.closing_report)
        assert found.values["course"][0] == "2025年9月28日：收到、登记。"
        assert found.values["grades"] == "信访部门满意；承办单位基本满意"
        assert "交办反馈期限：最后一日为2026年1月9日，按期。" in found.values["limits_kept"]

    def test_a_report_tells_of_the_limits_that_the_locality_adds_too(self) -> None:
        promised = Event(EventKind.promise, _day("2025-10-14"), until=_day("2026-01-06"))
        case = _case(FIRST, more=(promised,))
        told = sample_letter(KIND.closing_report, case=case, policy="jiuyuan").values["limits_kept"]
        assert [one for one in told if "最后一日为2026年1月6日" in one]

    def test_a_result_is_told_in_chinese_however_it_is_given(self) -> None:
        for text in ("support", "予以支持"):
            given = _given(KIND.handling_opinion, result=Given(text))
            assert sample_letter(KIND.handling_opinion, given=given).values["result"] == "予以支持"

    def test_what_a_petition_lacks_is_asked_for(self) -> None:
        """Art. 19: name, address, request, facts and grounds; nobody is turned away for it."""
        parties = Parties((Person(PartyRole.petitioner, name="甲某某"),))
        given = _given(KIND.registration_form, "claims", "facts_and_grounds")
        found = sample_letter(KIND.registration_form, parties=parties, given=given)
        assert found.values["to_supplement"] == "请信访人补充：住址、请求、事实、理由"
        assert found.values["claims"] == (BLANK,)
        spaces = {**given, "claims": _free(" "), "facts_and_grounds": _free("\n")}
        again = sample_letter(KIND.registration_form, parties=parties, given=spaces)
        assert again.values == found.values
        assert sample_letter(KIND.registration_form).values["to_supplement"] == "应当载明的内容齐全"
        formless = _case(PROXIED, form=None)
        found = sample_letter(KIND.registration_form, case=formless)
        assert found.values["to_supplement"] == BLANK

    def test_a_mandate_tells_the_conditions_of_its_policy(self) -> None:
        assert sample_letter(KIND.mandate).values["conditions"] == ()
        free = sample_letter(KIND.mandate, policy="qiaocheng").values["conditions"]
        assert free[0].startswith("代办服务不向信访人收费")
        most = sample_letter(KIND.mandate, policy="shandong-mandate").values["conditions"]
        assert most[0].startswith("受托人至多2人")
        ended = sample_letter(KIND.mandate, policy="beijing-mandate").values["conditions"]
        assert ended[-1].startswith("委托人撤回委托后，受托人不再")

    def test_a_day_of_the_registration_is_that_of_the_reply_where_nothing_else_runs(self) -> None:
        case = _case(PROXIED, case_class=CaseClass.suggestion, route=None)
        found = sample_letter(KIND.registration_form, case=case, policy="online-proxy")
        assert found.values["due"] == "2026年1月28日"
        unaccepted = sample_letter(KIND.registration_form, as_of="2026-01-06")
        assert unaccepted.values["due"] == BLANK

    def test_attachments_are_counted_where_there_are_several(self) -> None:
        one = Given(("甲",))
        found = sample_letter(KIND.objection, given=_given(KIND.objection, attachments=one))
        assert found.values["attachments"] == ("附件：甲",)
        assert sample_letter(KIND.objection).values["attachments"] == ()
        two = sample_letter(KIND.assignment_letter).values["attachments"]
        assert two == ("附件：1. 信访材料1份", "　　　2. 现场照片4张")

    def test_what_was_not_given_is_a_blank_or_nothing_at_all(self) -> None:
        found = sample_letter(
            KIND.handling_opinion,
            given=_given(KIND.handling_opinion, "review_body", number=Given(" ")),
        )
        assert found.values["review_body"] == found.values["number"] == BLANK
        assert found.values["signer"] == found.values["copies"] == ""

    def test_what_made_the_letter_is_told_without_a_clock(self) -> None:
        made = dict(sample_letter(KIND.handling_opinion).made_by)
        assert len(made["national@2022-05-01 的散列"]) == 16
        assert made["评估日"] == "2026-01-08"
        plain = dict(sample_letter(KIND.acceptance_notice, policy="online-proxy").made_by)
        assert "online-proxy@undated 的散列" in plain

    def test_a_policy_that_says_less_leaves_more_blank(self) -> None:
        """What no policy gives is never made up."""
        case, kind = sample_cases()[FIRST], KIND.review_opinion
        pack, answer = asked(case, "national", SAMPLES[kind].as_of)
        limits = evolve(pack.limits, re_review_request_deadline=None, review_deadline=None)
        through = evolve(pack.follow_through, admissibility=None)
        papers = evolve(pack.papers, petition_content=None)
        less = evolve(pack, limits=limits, follow_through=through, papers=papers)

        def made(kind: LetterKind) -> Letter:
            given, people = sample_given(kind), sample_parties()
            return letter(form_of(kind), case, less, answer, people, given, Audience.petitioner)

        assert _faults(lambda: made(kind)) == [("letter.lacks.assessment", "remedy")]
        assert made(KIND.registration_form).values["to_supplement"] == BLANK
        _, answer = asked(case, "national", SAMPLES[KIND.re_review_opinion].as_of)
        assert _faults(lambda: made(KIND.re_review_opinion)) == [
            ("letter.lacks.assessment", "remedy")
        ]

    def test_a_variant_is_told(self) -> None:
        case = sample_cases()[FIRST]
        sample = SAMPLES[KIND.acceptance_notice]
        pack, answer = asked(case, "online-proxy", sample.as_of)
        answer = evolve(answer, made_by=answer.made_by._replace(variant="calendar_days"))
        form = form_of(KIND.acceptance_notice)
        given = sample_given(KIND.acceptance_notice)
        made = letter(form, case, pack, answer, sample_parties(), given, Audience.petitioner)
        assert dict(made.made_by)["理解"] == "calendar_days"


class TestSeveralPetitioners:
    """Whoever is not named is counted: the letter is to all of them."""

    def test_the_record_says_how_many(self) -> None:
        case = evolve(sample_cases()[FIRST], people=3)
        told = sample_letter(KIND.acceptance_notice, case=case).values["petitioner_addressed"]
        assert told == "甲某某等3人"

    def test_so_do_the_people(self) -> None:
        first = Person(PartyRole.petitioner, name="甲某某")
        second = Person(PartyRole.petitioner, name="己某某")
        told = sample_letter(KIND.acceptance_notice, parties=Parties((first, second))).values
        assert told["petitioner_addressed"] == "甲某某等2人"
        assert "己某某" not in str(told)

    def test_a_paper_is_handed_to_one(self) -> None:
        case = evolve(sample_cases()[FIRST], people=3)
        assert sample_letter(KIND.delivery_receipt, case=case).values["recipient"] == "甲某某"


class TestTelephonesOfTheOffice:
    """An office tells how it is reached: a number of its own, to every reader."""

    @staticmethod
    def _letter(*phones: str, parties: Parties | None = None) -> Letter:
        kind = KIND.acceptance_notice
        given = {**sample_given(kind), "office_phone": Given(phones)}
        return sample_letter(kind, given=given, parties=parties)

    @pytest.mark.parametrize(
        "phone", ["0571-12345678", "(0571) 1234567 转 801", "13800000000", "400-123-4567", "12345"]
    )
    def test_it_is_printed(self, phone: str) -> None:
        assert self._letter(phone).values["office_phone"] == (f"联系电话：{phone}",)

    @pytest.mark.parametrize("phone", ["110101199003070011", "6222021234567890123", "问张三"])
    def test_nothing_else_passes_for_one(self, phone: str) -> None:
        assert [code for code, _ in _faults(lambda: self._letter(phone))] == ["letter.not_a_phone"]

    def test_that_of_somebody_in_the_case_is_masked(self) -> None:
        other = Person(PartyRole.other, name="己某某", phone="13800000000")
        people = Parties((*sample_parties().people, other))
        told = self._letter("13800000000", parties=people).values["office_phone"]
        assert "13800000000" not in str(told)

    def test_without_one_nothing_stands_there(self) -> None:
        assert sample_letter(KIND.acceptance_notice).values["office_phone"] == ()


class TestWhatIsSigned:
    """What a reader may not see is left to be written by hand in forms that people sign."""

    def test_the_agent_writes_their_own_address(self) -> None:
        made = sample_letter(KIND.mandate, Audience.petitioner)
        assert made.values["agent_address"] == BLANK


class TestLacking:
    """A required field that nobody gives is listed with who could; the letter is refused."""

    def test_all_of_them_are_listed_at_once(self) -> None:
        found = _faults(lambda: sample_letter(KIND.handling_opinion, given={}, parties=Parties()))
        assert found == [
            ("letter.lacks.host", "issuer"),
            ("letter.lacks.parties", "petitioner_addressed"),
            ("letter.lacks.host", "claims"),
            ("letter.lacks.host", "facts_and_grounds"),
            ("letter.lacks.host", "opinion"),
            ("letter.lacks.host", "legal_basis"),
            ("letter.lacks.host", "signature"),
            ("letter.lacks.host", "result"),
        ]

    def test_what_the_facts_do_not_tell_is_asked_of_the_record(self) -> None:
        case = _case(FIRST, case_class=None, purpose=None, route=None)
        found = _faults(lambda: sample_letter(KIND.acceptance_notice, case=case))
        assert found == [
            ("letter.lacks.assessment", "handling_way"),
            ("letter.lacks.assessment", "handling_time"),
        ]
        undated = _case(FIRST, own_deadline=None)
        found = _faults(lambda: sample_letter(KIND.assignment_letter, case=undated))
        assert found == [("letter.lacks.facts", "assigned_due")]

    def test_a_required_field_given_without_words_lacks(self) -> None:
        blank = _given(KIND.objection, issuer=Given("  ", None, Place("f.csv", 3, 6, "issuer")))
        assert _faults(lambda: sample_letter(KIND.objection, given=blank)) == [
            ("letter.lacks.host", "issuer")
        ]


class TestFitting:
    """A letter that the facts contradict is refused with one message that says why."""

    @pytest.mark.parametrize(
        ("kind", "dropped"),
        [
            (KIND.acceptance_notice, [EventKind.accept]),
            (KIND.extension_notice, [EventKind.extend]),
            (KIND.assignment_letter, [EventKind.assign]),
            (KIND.review_opinion, [EventKind.request_review]),
            (KIND.re_review_opinion, [EventKind.request_re_review]),
            (KIND.closing_report, [EventKind.conclude, EventKind.reply]),
        ],
    )
    def test_what_a_letter_rests_on_has_to_be_on_record(
        self, kind: LetterKind, dropped: list[EventKind]
    ) -> None:
        assert _codes(kind, case=_case(FIRST, *dropped))[0] == "letter.no_event"

    def test_an_event_after_the_day_asked_about_is_not_known(self) -> None:
        assert _codes(KIND.acceptance_notice, as_of="2025-10-12")[0] == "letter.no_event"

    def test_a_letter_is_not_dated_before_what_it_rests_on(self) -> None:
        early = _given(KIND.handling_opinion, written_on=Given("2025-10-12"))
        assert _faults(lambda: sample_letter(KIND.handling_opinion, given=early)) == [
            ("letter.dated_before", "written_on")
        ]
        before = _given(KIND.transfer_letter, written_on=Given("2026-04-24"))
        assert sample_letter(KIND.transfer_letter, given=before).values["written_on"]

    def test_what_was_accepted_is_not_refused(self) -> None:
        accepted = Event(EventKind.accept, _day("2026-05-12"))
        case = _case(REFUSED, more=(accepted,))
        assert _codes(KIND.non_acceptance_notice, case=case) == ["letter.accepted"]

    def test_nobody_is_refused_whom_the_facts_do_not_refuse(self) -> None:
        case = _case(REFUSED, earlier_stage=EarlierStage.never)
        codes = _codes(KIND.non_acceptance_notice, case=case)
        assert codes[0] == "letter.not_refused"
        passed_on = _case(REFUSED, earlier_stage=None, subject=Subject.discipline)
        assert _codes(KIND.non_acceptance_notice, case=passed_on)[0] == "letter.not_refused"

    def test_without_a_rule_about_it_nobody_is_refused(self) -> None:
        case, kind = sample_cases()[REFUSED], KIND.non_acceptance_notice
        pack, answer = asked(case, "national", SAMPLES[kind].as_of)
        answer = evolve(answer, follow_through=evolve(answer.follow_through, admissibility=None))
        with pytest.raises(MisuseError) as raised:
            letter(
                form_of(kind),
                case,
                pack,
                answer,
                sample_parties(),
                sample_given(kind),
                Audience.petitioner,
            )
        assert raised.value.faults[0].code == "letter.refusal_unknown"

    def test_a_matter_in_hand_elsewhere_is_not_accepted(self) -> None:
        outside = _case(
            REFUSED, earlier_stage=None, petition=False, outside_as=OutsideAs.consultation
        )
        found = sample_letter(KIND.non_acceptance_notice, case=outside)
        assert found.values["refusal"] == "不予受理"
        assert "登记为咨询，不属信访事项" in found.values["refusal_grounds"][0]

    def test_what_is_no_petition_has_none_of_its_letters(self) -> None:
        outside = _case(FIRST, petition=False, outside_as=OutsideAs.consultation)
        assert "letter.no_petition" in _codes(KIND.acceptance_notice, case=outside)

    def test_an_extension_that_adds_nothing_is_not_told(self) -> None:
        late = Event(EventKind.extend, _day("2026-01-05"), extension=30, reason_told=True)
        case = _case(FIRST, EventKind.extend, more=(late,))
        given = _given(KIND.extension_notice, "written_on")
        codes = _codes(KIND.extension_notice, case=case, given=given, as_of="2026-01-05")
        assert codes == ["letter.extended_in_vain"]

    def test_only_a_body_that_is_not_competent_objects(self) -> None:
        case = evolve(sample_cases()["文书-2026-0003"], not_competent=None)
        assert _codes(KIND.objection, case=case)[0] == "letter.competent"

    def test_an_opinion_is_given_on_the_petition_route_alone(self) -> None:
        """Art. 31 (六); one that was given all the same is on record."""
        other = _case(FIRST, route=Route.arbitration)
        assert _codes(KIND.handling_opinion, case=other) == ["letter.no_opinion"]
        given = _case(FIRST, route=Route.arbitration, handling_opinion=True)
        assert sample_letter(KIND.handling_opinion, case=given).values["remedy"]

    def test_a_re_review_is_public_only_after_a_hearing(self) -> None:
        heard = sample_letter(KIND.re_review_opinion).values["heard"]
        assert "自2026年4月13日起暂停计算复核期限，自2026年4月16日起恢复计算" in heard[0]
        going_on = sample_letter(KIND.re_review_opinion, case=_case(FIRST, EventKind.resume))
        assert "恢复" not in going_on.values["heard"][0]
        unheard = _case(FIRST, EventKind.suspend, EventKind.resume)
        codes = _codes(KIND.re_review_opinion, case=unheard, audience=Audience.public)
        assert codes == ["letter.not_heard"]
        found = sample_letter(KIND.re_review_opinion, case=unheard)
        assert found.values["heard"] == ()

    def test_a_hearing_of_the_handling_is_none_of_the_re_review(self) -> None:
        """Art. 31 (六) and Art. 36 each know a hearing; the time of the latter is not counted."""
        before = Event(EventKind.suspend, _day("2025-11-03"), cause=SuspensionCause.hearing)
        case = _case(FIRST, EventKind.suspend, EventKind.resume, more=(before,))
        assert sample_letter(KIND.re_review_opinion, case=case).values["heard"] == ()
        codes = _codes(KIND.re_review_opinion, case=case, audience=Audience.public)
        assert codes == ["letter.not_heard"]

    @pytest.mark.parametrize("kind", [KIND.review_opinion, KIND.re_review_opinion])
    @pytest.mark.parametrize(
        "facts",
        [
            {"route": Route.statutory_duty},
            {"case_class": CaseClass.suggestion, "route": None},
            {"case_class": CaseClass.accusation, "route": None},
        ],
    )
    def test_only_an_opinion_is_reviewed(self, kind: LetterKind, facts: dict[str, Any]) -> None:
        """Arts. 35, 36: a review is of an opinion, and nobody is promised one without it."""
        assert _codes(kind, case=_case(FIRST, **facts)) == ["letter.no_opinion"]
        given = _case(FIRST, handling_opinion=True, **facts)
        assert sample_letter(kind, case=given).values["remedy"]

    def test_a_reopened_matter_is_not_reported_as_ended(self) -> None:
        reopened = Event(EventKind.reopen, _day("2026-01-09"))
        case = _case(FIRST, more=(reopened,))
        assert _codes(KIND.closing_report, case=case) == ["letter.reopened"]

    def test_a_report_is_not_dated_before_the_course_that_it_tells(self) -> None:
        early = _given(KIND.closing_report, written_on=Given("2026-01-08"))
        assert _faults(lambda: sample_letter(KIND.closing_report, given=early)) == [
            ("letter.dated_before", "written_on")
        ]

    def test_days_beyond_the_longest_extension_are_not_told(self) -> None:
        """Art. 34: at most 30 days in all, approved before the original limit has passed."""
        given = _given(KIND.extension_notice, "written_on")

        def made(*days: tuple[str, int]) -> Any:  # noqa: ANN401 - a letter or what raises
            more = tuple(
                Event(EventKind.extend, _day(day), extension=count, reason_told=True)
                for day, count in days
            )
            case = _case(FIRST, EventKind.extend, more=more)
            return sample_letter(KIND.extension_notice, case=case, given=given, as_of="2025-12-31")

        assert _faults(lambda: made(("2025-12-10", 45))) == [("letter.extension_wrong", "")]
        again = made, ("2025-12-10", 10), ("2025-12-30", 10)
        assert _faults(lambda: again[0](*again[1:])) == [("letter.extension_wrong", "")]
        untold = Event(EventKind.extend, _day("2025-12-10"), extension=30)
        case = _case(FIRST, EventKind.extend, more=(untold,))
        assert sample_letter(KIND.extension_notice, case=case, given=given).values["extended_time"]
        told = made(("2025-12-08", 10), ("2025-12-10", 10)).values["extended_time"]
        assert "先后批准延长，共延长20日，最后一日为2026年1月4日" in told

    def test_the_older_regulation_has_no_objections(self) -> None:
        """2022 Art. 23(3) brought the five working days."""
        case = evolve(_older(), not_competent=True)
        codes = _codes(KIND.objection, case=case, as_of="2021-03-10", given=_OLD_OBJECTION)
        assert codes == ["letter.no_objection"]

    def test_a_refusal_tells_its_condition_and_none_of_the_doubts(self) -> None:
        """Art. 36: the same facts and grounds; 2005 Art. 21: what has a legal route."""
        grounds = sample_letter(KIND.non_acceptance_notice).values["refusal_grounds"]
        assert grounds == (
            "不服复核意见，仍以同一事实和理由提出的，不再受理，依据是《信访工作条例》第三十六条第三款。",
        )
        kinds = (EventKind.receive, EventKind.register)
        events = tuple(Event(one, _day("2021-03-01")) for one in kinds)
        doubtful = _case(REFUSED, same_person=None, route=Route.judicial)
        case = evolve(doubtful, history=History(events))
        given = _given(KIND.non_acceptance_notice, "written_on")
        found = sample_letter(
            KIND.non_acceptance_notice, case=case, given=given, as_of="2021-03-02"
        )
        assert found.values["refusal_grounds"] == (
            "本事项应当依照规定通过诉讼等法律程序解决，不予受理，依据是《信访条例》第二十一条第一款第一项。",
        )

    def test_what_is_no_petition_is_not_passed_on_as_one(self) -> None:
        outside = {"petition": False, "outside_as": OutsideAs.hotline}
        transferred = _case("文书-2026-0003", **outside)
        for kind in (KIND.transfer_letter, KIND.objection):
            assert "letter.no_petition" in _codes(kind, case=transferred)
        assert "letter.no_petition" in _codes(KIND.assignment_letter, case=_case(FIRST, **outside))

    def test_a_measure_has_to_be_listed_by_the_policy(self) -> None:
        codes = _codes(KIND.reminder_letter, policy="national")
        assert codes == ["letter.no_measure"]

    def test_a_measure_that_the_matter_has_not_reached_is_not_taken(self) -> None:
        kind, case = KIND.accountability_letter, sample_cases()[PROXIED]
        pack, answer = asked(case, "jiuyuan", SAMPLES[kind].as_of)
        decision = answer.follow_through.supervision_letters
        assert decision is not None
        steps = pack.follow_through.supervision_letters.steps.values  # type: ignore[union-attr]

        def made(outcome: object) -> Letter:
            reached = decision._replace(outcome=outcome)  # type: ignore[arg-type]
            through = evolve(answer.follow_through, supervision_letters=reached)
            told = evolve(answer, follow_through=through)
            given = sample_given(kind)
            return letter(
                form_of(kind), case, pack, told, sample_parties(), given, Audience.handling_body
            )

        assert _faults(lambda: made(steps[0])) == [("letter.not_reached", "")]
        assert _faults(lambda: made(Absent.none)) == [("letter.not_reached", "")]
        assert made(steps[2]).values["findings"]

    def test_a_limit_that_is_a_day_is_told_without_a_clause(self) -> None:
        promised = Event(EventKind.promise, _day("2026-01-08"), until=_day("2026-02-02"))
        case = _case(PROXIED, more=(promised,))
        told = sample_letter(KIND.reminder_letter, case=case).values["findings"]
        assert [one for one in told if "最后一日为2026年2月2日" in one and "依据" not in one]

    def test_a_policy_without_supervision_finds_the_rest(self) -> None:
        kind, case = KIND.reminder_letter, sample_cases()[PROXIED]
        pack, answer = asked(case, "jiuyuan", SAMPLES[kind].as_of)
        through = evolve(answer.follow_through, supervision=None)
        told = evolve(answer, follow_through=through)
        people, given = sample_parties(), sample_given(kind)
        made = letter(form_of(kind), case, pack, told, people, given, Audience.superior)
        assert not [one for one in made.values["findings"] if "督办，" in one]

    def test_a_measure_needs_something_that_is_out_of_order(self) -> None:
        events = tuple(
            Event(kind, _day("2026-01-05")) for kind in (EventKind.receive, EventKind.register)
        )
        quiet = Case(
            "静",
            history=History(events),
            form=PetitionForm.visit,
            received_by=ReceivingBody.body,
        )
        given = _given(KIND.reminder_letter, "written_on")
        codes = _codes(KIND.reminder_letter, case=quiet, given=given, as_of="2026-01-05")
        assert codes == ["letter.lacks.assessment"]


class TestGiven:
    """What the host gives is held against the form, each fault at its place."""

    def test_free_text_declares_its_readers(self) -> None:
        given = _given(
            KIND.objection,
            objection_reasons=Given("理由", None, Place("f.csv", 9, 6, "objection_reasons")),
        )
        with pytest.raises(MisuseError) as raised:
            sample_letter(KIND.objection, given=given)
        (fault,) = raised.value.faults
        assert (fault.code, fault.file, fault.line) == ("letter.no_readers", "f.csv", 9)

    @pytest.mark.parametrize(
        ("name", "one", "code"),
        [
            ("isuer", Given("甲"), "letter.unknown_field_near"),
            ("甲某某的电话", Given("甲"), "letter.unknown_field"),
            ("case_no", Given("甲"), "letter.given_by.facts"),
            ("objection_time", Given("甲"), "letter.given_by.assessment"),
            ("written_on", Given("明天"), "letter.not_a_day"),
            ("number", Given("甲" * (LONGEST + 1)), "letter.too_long"),
        ],
    )
    def test_what_is_wrong_is_refused(self, name: str, one: Given, code: str) -> None:
        given = _given(KIND.objection, **{name: one})
        assert _codes(KIND.objection, given=given) == [code]

    def test_people_are_given_elsewhere(self) -> None:
        given = _given(KIND.mandate, agent_name=Given("乙"))
        assert _codes(KIND.mandate, given=given) == ["letter.given_by.parties"]

    def test_a_result_is_one_of_those_that_the_regulation_knows(self) -> None:
        given = _given(KIND.handling_opinion, result=Given("部分支持"))
        assert _codes(KIND.handling_opinion, given=given) == ["letter.not_result"]
        kind, case = KIND.handling_opinion, sample_cases()[FIRST]
        pack, answer = asked(case, "national", SAMPLES[kind].as_of)
        params = pack.papers.opinion_content
        assert params is not None
        fewer = evolve(params, results=evolve(params.results, steps=params.results.steps[1:]))
        narrowed = evolve(pack, papers=evolve(pack.papers, opinion_content=fewer))
        silent = evolve(pack, papers=evolve(pack.papers, opinion_content=None))
        form, people, told = form_of(kind), sample_parties(), sample_given(kind)
        assert _faults(
            lambda: letter(form, case, narrowed, answer, people, told, Audience.petitioner)
        ) == [("opinion_content.odd_result", "result")]
        made = letter(form, case, silent, answer, people, told, Audience.petitioner)
        assert made.values["opinion_basis"] == BLANK


class TestReaders:
    """Each word only for those who may read it."""

    def test_a_number_that_goes_on_in_the_next_paragraph_is_masked(self) -> None:
        text = "一、电话 1380013\n8000。\n二、另查。"
        given = _given(KIND.handling_opinion, facts_and_grounds=Given(text, (Audience.petitioner,)))
        made = sample_letter(KIND.handling_opinion, given=given)
        assert made.values["facts_and_grounds"] == ("一、电话 〔电话〕。", "二、另查。")

    def test_a_letter_is_not_for_everybody(self) -> None:
        assert _codes(KIND.transfer_letter, audience=Audience.public) == ["letter.audience"]

    def test_free_text_is_printed_for_its_readers_alone(self) -> None:
        found = sample_letter(KIND.handling_opinion, Audience.public)
        assert found.values["claims"] == ("〔不向该读者提供〕",)
        assert found.values["opinion"][0].startswith("由物业服务企业")
        public = sample_letter(KIND.acceptance_notice, Audience.public)
        assert public.values["matter"] == "〔不向该读者提供〕"

    def test_nothing_of_an_accusation_reaches_the_accused_side(self) -> None:
        """Art. 30: nor of a matter of unknown class."""
        accusation = _case(FIRST, case_class=CaseClass.accusation, route=None, purpose=None)
        codes = _codes(KIND.delivery_receipt, case=accusation, audience=Audience.accused)
        assert codes == ["privacy.accusation"]
        unknown = _case(FIRST, case_class=None, route=None, purpose=None)
        codes = _codes(KIND.delivery_receipt, case=unknown, audience=Audience.accused)
        assert codes == ["privacy.class_unrecorded"]

    def test_a_paper_for_the_accused_side_is_filled_in_where_it_is_handed_over(self) -> None:
        found = sample_letter(KIND.delivery_receipt, Audience.accused)
        assert found.values["recipient"] == BLANK

    def test_an_accusation_is_not_sent_to_the_accused_side(self) -> None:
        """Art. 30: neither addressed nor copied to them, however their name is spaced."""
        kind = KIND.transfer_letter
        case = evolve(sample_cases()["文书-2026-0003"], case_class=CaseClass.accusation, route=None)
        accused = _given(
            kind, addressee=Given("丙 某某公司办公室"), copies=Given("某局，丙某某公司")
        )
        assert _codes(kind, case=case, given=accused) == ["letter.to_accused"] * 2
        assert sample_letter(kind, case=case).values["addressee"]
        appeal = sample_letter(kind, given=accused)
        assert appeal.values["addressee"] == "丙 某某公司办公室"

    def test_the_agents_number_is_not_for_the_petitioner(self) -> None:
        found = sample_letter(KIND.mandate)
        assert found.values["petitioner_id_number"] == "000000190001010000"
        assert found.values["agent_id_number"] != "000000190002020000"

    @settings(max_examples=30, deadline=None)
    @hypothesis_given(
        planted=st.sampled_from(
            [
                "甲某某",
                "乙某某",
                "某市某区甲路1号1室",
                "000000190001010000",
                "某A00001",
                "13912345678",
            ]
        ),
        around=st.text(max_size=20),
        data=st.data(),
    )
    def test_what_is_planted_in_any_field_is_read_by_nobody_else(
        self, planted: str, around: str, data: st.DataObject
    ) -> None:
        kind = data.draw(st.sampled_from([one for one in LetterKind if _for_public(one)]))
        hosts = [one for one in form_of(kind).fields if one.giver == "host"]
        # These three take no words.
        texts = [one for one in hosts if not (one.is_date or one.is_phone or one.name == "result")]
        name = data.draw(st.sampled_from([one.name for one in texts]))
        given = _given(kind, **{name: _free(f"{around}\n{planted}。{around}")})
        for audience in {Audience.public, Audience.accused} & set(form_of(kind).audiences):
            made = sample_letter(kind, audience, given=given)
            assert planted not in "".join(lines(made))
            assert planted not in repr(made)

    @settings(max_examples=30, deadline=None)
    @hypothesis_given(text=st.text(max_size=200))
    def test_no_text_breaks_a_letter(self, text: str) -> None:
        words = _free(f"始{text}终")
        given = _given(KIND.objection, objection_reasons=words, competent_body=words)
        made = sample_letter(KIND.objection, given=given)
        assert made.values["objection_reasons"]
        told = "".join(lines(made))
        assert not [sign for sign in told if sign < " " and sign != "\n"]

    def test_marks_in_a_text_stay_text(self) -> None:
        words = _free("{{ issuer }}{% for x in y %}")
        given = _given(KIND.objection, competent_body=words)
        assert sample_letter(KIND.objection, given=given).values["competent_body"] == words.text


def _for_public(kind: LetterKind) -> bool:
    return bool({Audience.public, Audience.accused} & set(form_of(kind).audiences))


class TestWords:
    """Small words of facts that golden cases do not have."""

    def test_an_extension_is_in_the_unit_of_its_limit(self) -> None:
        assert sample_letter(KIND.extension_notice).values["extension"] == "30日"
        case, kind = sample_cases()[FIRST], KIND.extension_notice
        pack, answer = asked(case, "national", SAMPLES[kind].as_of)
        params = pack.limits.handling_deadline
        assert params is not None
        working = evolve(params, limit=evolve(params.limit, value=WorkingDays(45)))
        other = evolve(pack, limits=evolve(pack.limits, handling_deadline=working))
        people, given = sample_parties(), sample_given(kind)
        made = letter(form_of(kind), case, other, answer, people, given, Audience.petitioner)
        assert made.values["extension"] == "30个工作日"

    def test_a_grade_that_was_never_given_is_blank(self) -> None:
        case = _case(FIRST, EventKind.evaluate, settled=None)
        found = sample_letter(KIND.closing_report, case=case)
        assert found.values["grades"] == found.values["settled"] == BLANK

    def test_of_several_grades_the_last_one_counts(self) -> None:
        again = Event(
            EventKind.evaluate,
            _day("2026-01-09"),
            grade=Grade.dissatisfied,
            target=Role.handling_body,
        )
        case = _case(FIRST, more=(again,))
        found = sample_letter(KIND.closing_report, case=case)
        assert found.values["grades"] == "信访部门满意；承办单位不满意"

    @pytest.mark.parametrize(
        ("source", "told"),
        [
            ("信访工作条例", "《信访工作条例》第三条"),
            ("信访事项简易办理办法（2016年）", "《信访事项简易办理办法》（2016年）第三条"),
            ("某中心（信访超市）经验材料", "《某中心（信访超市）经验材料》第三条"),
            ("", "第三条"),
        ],
    )
    def test_an_edition_stands_behind_a_title_and_brackets_within_it(
        self, source: str, told: str
    ) -> None:
        assert clause_words(Citation(source, "第三条", "", Basis.stated)) == told

    def test_the_days_of_a_reason_are_written_out(self) -> None:
        days = (("begins", (_day("2026-04-13"),)), ("ends", (_day("2026-04-16"),)))
        told = reason_words(Reason("deadline.stood_still", days))
        assert "2026年4月13日" in told
        assert "2026年4月16日" in told
        started = (("at", _day("2026-01-06")), ("event", EventKind.start))
        told = reason_words(Reason("promised_deadline.missing", started))
        assert told == "2026年1月6日已启动代办，未见承诺办结时间"

    def test_agents_are_no_part_of_the_facts(self) -> None:
        case = _case(PROXIED, agent=Agent(agent_no="代-7"))
        assert "代-7" not in "".join(lines(sample_letter(KIND.mandate, case=case)))
