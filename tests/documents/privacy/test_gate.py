"""The gate: nothing that a reader may not see comes through it, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import BY_FORM, bare, drafts, hidden_from, parties, planted, texts_of
from xinfang_core.documents.blocks import (
    Bar,
    Bars,
    Draft,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
)
from xinfang_core.documents.privacy.gate import masked, passed
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.vocabulary import Audience, PartyRole

WANG = Parties((Person(PartyRole.petitioner, name="王建国", address="安吉县某镇胜利路5号"),))


class TestNothingComesThrough:
    """Neither a value of the people of the case nor a number that tells of somebody."""

    @given(st.data(), parties(), st.lists(BY_FORM, max_size=2), st.sampled_from(Audience))
    def test_whatever_is_planted_anywhere(
        self, data: st.DataObject, people: Parties, numbers: list[str], audience: Audience
    ) -> None:
        hidden = [*hidden_from(audience, people), *numbers]
        draft = data.draw(drafts(planted(hidden)))
        texts = [bare(text) for text in texts_of(passed(draft, audience, people).draft)]
        assert not [value for value in hidden if any(bare(value) in text for text in texts)]

    @given(st.data(), parties(), st.sampled_from(Audience))
    def test_what_has_gone_through_goes_through_as_it_is(
        self, data: st.DataObject, people: Parties, audience: Audience
    ) -> None:
        values = [value for one in people.people for _, value in one.values()]
        draft = data.draw(drafts(st.one_of(planted(values), st.text(max_size=12))))
        once = passed(draft, audience, people)
        assert passed(once.draft, audience, people) == once

    @given(st.data(), parties(), st.sampled_from(Audience))
    def test_the_shape_of_a_document_stays(
        self, data: st.DataObject, people: Parties, audience: Audience
    ) -> None:
        draft = data.draw(drafts(planted(hidden_from(audience, people))))
        document = passed(draft, audience, people)
        assert document.audience is audience
        assert [type(one) for one in document.draft.blocks] == [type(one) for one in draft.blocks]
        assert len(list(texts_of(document.draft))) == len(list(texts_of(draft)))


class TestEveryWord:
    """Each part of each block."""

    TEXT = "王建国 13800138000"
    SEEN = "〔信访人〕 〔电话〕"

    def test_of_every_block(self) -> None:
        text = self.TEXT
        draft = Draft(
            text,
            (
                Heading(1, text, "limit-1"),
                Paragraph(text, is_note=True),
                Items((text,), numbered=True),
                Table((text,), ((text,),), caption=text, folded=text, widths=(1,)),
                Bars(text, (Bar(text, (1.0,), (text,)),), (text,), most=2.0, unit=text),
                Picture("<svg/>", text, (Paragraph(text),)),
            ),
            ((text, text),),
        )
        texts = [one for one in texts_of(passed(draft, Audience.public, WANG).draft) if one]
        assert {*texts} == {self.SEEN, "limit-1", "<svg/>"}
        assert len(texts) == len([one for one in texts_of(draft) if one])

    def test_words_that_only_a_look_parts_are_read_as_one(self) -> None:
        words = (Run("反映人王"), Run("建", strong=True), Run("国，电话1380013"), Run("8000。"))
        seen = passed(Draft("", (Paragraph(words),), ()), Audience.public, WANG).draft
        assert seen.blocks == (
            Paragraph(
                (Run("反映人〔信访人〕"), Run("", strong=True), Run("，电话〔电话〕"), Run("。"))
            ),
        )

    def test_words_that_tell_of_nobody_keep_their_looks(self) -> None:
        words = (Run("期限"), Run("15日", strong=True, link="limit-1"))
        draft = Draft("规则手册", (Paragraph(words),), (("办法", "national@2022-05-01"),))
        assert passed(draft, Audience.public, WANG).draft == draft

    def test_an_anchor_that_would_tell_of_somebody_goes(self) -> None:
        words = (Run("见", link="13800138000"),)
        draft = Draft("", (Heading(1, "一", "13800138000"), Paragraph(words)), ())
        seen = passed(draft, Audience.public).draft
        assert seen.blocks == (Heading(1, "一"), Paragraph((Run("见"),)))

    @pytest.mark.parametrize("digest", ["a13800138000bcde", "0123456789abcdef+13800138000abcde"])
    def test_digests_of_what_made_it_stay(self, digest: str) -> None:
        draft = Draft("", (), (("摘要", digest),))
        assert passed(draft, Audience.public, WANG).draft == draft

    def test_a_digest_of_digits_alone_may_be_a_card(self) -> None:
        draft = Draft("", (), (("摘要", "6222021234567890"),))
        assert passed(draft, Audience.public).draft.made_by == (("摘要", "〔银行卡号〕"),)


class TestNumbersOfCases:
    """A case is known by its number: it is printed, unless it tells of somebody."""

    NUMBERS = ("330523202603020012", "湖访〔2026〕330523202603020014", "信-1")

    @pytest.mark.parametrize("number", NUMBERS)
    def test_a_known_number_is_printed(self, number: str) -> None:
        text = f"信访事项{number}已受理"
        assert masked(text, Audience.public, None, self.NUMBERS) == text

    def test_an_unknown_number_of_that_length_is_not(self) -> None:
        assert masked("330523202603020099", Audience.public, None, self.NUMBERS) == "〔证件号码〕"
        assert masked("330523202603020099", Audience.public, None) == "〔证件号码〕"

    @pytest.mark.parametrize(
        ("number", "seen"),
        [
            ("13800138000", "〔电话〕"),
            ("110101199003077811", "〔证件号码〕"),
            ("110101199003077810", "110101199003077810"),
        ],
    )
    def test_it_is_not_where_it_is_a_telephone_or_an_identity_card(
        self, number: str, seen: str
    ) -> None:
        assert masked(number, Audience.public, None, [number]) == seen

    def test_it_is_not_where_it_is_a_value_of_a_person(self) -> None:
        assert masked("王建国-1", Audience.public, WANG, ["王建国-1"]) == "〔信访人〕-1"
