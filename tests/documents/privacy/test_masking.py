"""The values of people, wherever they recur."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import AROUND, bare, parties, persons, spelt
from xinfang_core.documents.privacy.gate import masked
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.vocabulary import Audience, PartyRole

WANG = Person(
    PartyRole.petitioner,
    name="王建国",
    address="浙江省安吉县递铺街道胜利路5号3幢",
    phone="0572-6123456",
    id_number="H0012345(6)",
    others=("老王头", "顺达货运"),
)
PEOPLE = Parties(
    (
        WANG,
        Person(PartyRole.agent, name="李𠮷", phone="+86 572 6999888"),
        Person(PartyRole.accused, name="买买提·吐尔逊"),
        Person(PartyRole.other, name="Li", others=("7",)),
        Person(PartyRole.other, name="陈", address="5号"),
    )
)


def _seen(text: str, audience: Audience = Audience.public) -> str:
    return masked(text, audience, PEOPLE)


class TestValues:
    """What is known of people is replaced by what it is."""

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("王建国反映", "〔信访人〕反映"),
            ("王 建\n国", "〔信访人〕"),
            ("王\u200b建-国", "〔信访人〕"),
            ("李𠮷、李 𠮷", "〔代理员〕、〔代理员〕"),
            ("买买提•吐尔逊和买买提吐尔逊", "〔被反映人〕和〔被反映人〕"),
            ("浙江省安吉县递铺街道胜利路⑤号3幢", "〔住址〕"),
            ("住递铺街道胜利路5号3幢", "住〔住址〕"),
            ("在胜利路5号3幢", "在〔住址〕"),
            ("致电6123456", "致电〔电话〕"),
            ("打05726123456", "打〔电话〕"),
            ("证号h0012345（6）", "证号〔证件号码〕"),
            ("老王头在顺达货运开车", "〔信访人〕在〔信访人〕开车"),
            ("6999888", "〔电话〕"),
            ("王建国王建国", "〔信访人〕〔信访人〕"),
        ],
    )
    def test_in_whatever_spelling(self, text: str, seen: str) -> None:
        assert _seen(text) == seen

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("Li先生", "〔其他人〕先生"),
            ("LI", "〔其他人〕"),
            ("Limit Ali", "Limit Ali"),
            ("陈 说", "〔其他人〕 说"),
            ("陈述", "陈述"),
            ("7", "〔其他人〕"),
            ("2026年7月", "2026年〔其他人〕月"),
            ("17日、0.75", "17日、0.75"),
            ("5号", "〔住址〕"),
            ("15号", "15号"),
        ],
    )
    def test_what_is_short_where_it_stands_alone(self, text: str, seen: str) -> None:
        assert _seen(text) == seen

    @pytest.mark.parametrize(
        "text",
        [
            "长安路969号3幢201室",
            "长安路969号3幢201",
            "长安路 \uff19\uff16\uff19 号",
            "临平街道长安路969号3幢",
        ],
    )
    def test_an_address_is_masked_down_to_the_number_of_the_house(self, text: str) -> None:
        home = "某省某市余杭区临平街道长安路969号3幢201室"
        people = Parties((Person(PartyRole.petitioner, address=home),))
        assert masked(f"住{text}，长安路", Audience.public, people) == "住〔住址〕，长安路"

    def test_values_that_overlap_go_together(self) -> None:
        people = Parties(
            (
                Person(PartyRole.petitioner, name="张三李"),
                Person(PartyRole.agent, name="三李四王"),
                Person(PartyRole.other, name="四王"),
            )
        )
        assert masked("张三李四王说", Audience.public, people) == "〔代理员〕说"

    def test_a_number_in_a_value_goes_with_it(self) -> None:
        people = Parties((Person(PartyRole.other, others=("货车浙A12345红色", "1990")),))
        assert masked("货车浙A12345红色", Audience.public, people) == "〔其他人〕"
        assert masked("330523199001011234", Audience.public, people) == "〔证件号码〕"

    def test_a_label_stays_whatever_people_are_called(self) -> None:
        people = Parties((Person(PartyRole.petitioner, name="电话"),))
        assert masked("〔电话〕、电话", Audience.public, people) == "〔电话〕、〔信访人〕"

    def test_an_extension_is_no_number_of_its_own(self) -> None:
        people = Parties((Person(PartyRole.agent, phone="内线302"),))
        seen = masked("拨内线 302；共302件", Audience.public, people)
        assert seen == "拨〔电话〕；共302件"

    def test_without_people_words_stay(self) -> None:
        assert masked("王建国反映", Audience.public, None) == "王建国反映"

    @given(st.data(), parties(), AROUND, AROUND)
    def test_nothing_is_left_of_what_nobody_may_see(
        self, data: st.DataObject, people: Parties, before: str, behind: str
    ) -> None:
        values = [value for one in people.people for _, value in one.values()]
        for value in values:
            text = f"{before}{data.draw(spelt(value))}{behind}"
            assert bare(value) not in bare(masked(text, Audience.accused, people))


NOBODY = "〔信访人〕、〔代理员〕、〔被反映人〕、〔其他人〕，住〔住址〕，〔电话〕"


class TestReaders:
    """Each reader sees what the table gives them."""

    @pytest.mark.parametrize(
        ("audience", "seen"),
        [
            (Audience.petitioner, "王建国、李𠮷、买买提·吐尔逊、陈，住胜利路5号3幢，〔电话〕"),
            (Audience.handling_body, "王建国、李𠮷、买买提·吐尔逊、陈，住胜利路5号3幢，〔电话〕"),
            (Audience.superior, "王建国、李𠮷、买买提·吐尔逊、陈，住胜利路5号3幢，〔电话〕"),
            (
                Audience.public,
                "〔信访人〕、〔代理员〕、〔被反映人〕、〔其他人〕，住〔住址〕，〔电话〕",
            ),
            (
                Audience.accused,
                "〔信访人〕、〔代理员〕、〔被反映人〕、〔其他人〕，住〔住址〕，〔电话〕",
            ),
        ],
    )
    def test_what_they_may(self, audience: Audience, seen: str) -> None:
        text = "王建国、李𠮷、买买提·吐尔逊、陈，住胜利路5号3幢，0572-6123456"
        if audience is Audience.petitioner:
            seen = seen.replace("陈", "〔其他人〕")
        assert _seen(text, audience) == seen

    def test_a_value_that_one_role_shows_is_shown_of_all(self) -> None:
        people = Parties(
            (
                Person(PartyRole.petitioner, address="安吉县胜利路5号"),
                Person(PartyRole.accused, address="安吉县胜利路5号"),
            )
        )
        assert masked("安吉县胜利路5号", Audience.petitioner, people) == "安吉县胜利路5号"

    @given(persons(PartyRole.petitioner))
    def test_a_telephone_is_masked_in_text_for_whoever_may_see_its_field(self, one: Person) -> None:
        seen = masked(f"请拨打 {one.phone}。", Audience.petitioner, Parties((one,)))
        assert seen == (f"请拨打 {'〔电话〕' if one.phone else ''}。")
