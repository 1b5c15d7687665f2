"""Numbers that tell of somebody by their form, and those that do not."""

from __future__ import annotations

import random
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import AROUND, BY_FORM, CARDS, IDENTITIES, LANDLINES, MOBILES, bare, parted, spelt, wide
from xinfang_core.documents.privacy.gate import masked
from xinfang_core.documents.privacy.masking import masks
from xinfang_core.documents.privacy.numbers import checks, has_luhn
from xinfang_core.vocabulary import Audience


def _seen(text: str) -> str:
    return masked(text, Audience.superior, None)


def _is_chinese(card: str) -> bool:
    return card.startswith("62")


class TestMasked:
    """Whoever reads it, nothing of the number is left, not even its length."""

    @pytest.mark.parametrize(
        "text",
        [
            *("13800138000", "138 0013 8000", "138-0013-8000", "138.0013.8000", "138,0013,8000"),
            *("+8613800138000", "+86 138 0013 8000", "0086-13800138000", "013800138000"),
            *(
                "8613800138000",
                wide("13800138000"),
                "1 3 8 0 0 1 3 8 0 0 0",
                "(+86)13800138000",
            ),
            *("138\n0013\n8000", "13800\u200b138000", "138 - 0013 - 8000", "138_0013_8000"),
            "13800\u3164138000",
            *("1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣", "一三八零零一三八〇〇〇", "幺三八零零幺三八零零零"),
            "壹叁捌零零壹叁捌零零零",
            *("①③⑧⓪⓪①③⑧⓪⓪⓪", "¹³⁸⁰⁰¹³⁸⁰⁰⁰", "١٣٨٠٠١٣٨٠٠٠"),
            *(
                beside.join("一三八零零一三八零零零")
                for beside in (" ", "-", "\u200b", "\u3164", "ー")
            ),
            " ".join("①③⑧⓪⓪①③⑧⓪⓪⓪"),
            *("0572-6123456", "(0572)6123456", "（0572）6123456", "05726123456", "010 8123 4567"),
            *("0571-88123456-8001", "0571-88123456转8001", "+86 572 6123456", "0572.6123456"),
            *("400-820-8820", "4008208820", "800 820 8820", "+86-0572-6123456"),
        ],
    )
    def test_telephones(self, text: str) -> None:
        assert _seen(text) in {"〔电话〕", "(〔电话〕"}

    @pytest.mark.parametrize("text", ["电话：6123456", "手机号码是 61234567", "tel:6123456"])
    def test_a_telephone_without_its_area_where_it_is_called_so(self, text: str) -> None:
        assert _seen(text).endswith("〔电话〕")

    @pytest.mark.parametrize(
        "text",
        [
            *("330523199001011234", "33052319900101123X", "33052319900101123x"),
            *("330523 19900101 1234", "330523-19900101-123X", "330523.19900101.1234"),
            *("330523900101123", "330523 900101 123", "99999999999999999X"),
            wide("330523199001011234"),
        ],
    )
    def test_identity_cards(self, text: str) -> None:
        assert _seen(text) == "〔证件号码〕"

    def test_passports_where_they_are_called_so(self) -> None:
        assert _seen("护照号码：E12345678") == "护照号码：〔证件号码〕"
        assert _seen("E12345678") == "E12345678"

    @pytest.mark.parametrize(
        "text",
        [
            *("6222021234567890123", "6222 0212 3456 7890 123", "6222-0212-3456-7890"),
            *("622202 1234567890123", "4111111111111111", "4111 1111 1111 1111", "378282246310005"),
        ],
    )
    def test_bank_cards(self, text: str) -> None:
        assert _seen(text) == "〔银行卡号〕"

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "浙A12345",
                "浙 A12345",
                "浙A·12345",
                "浙A-12345",
                "浙a12345",
                wide("浙AD12345"),
                "浙AF12345",
            ),
            *(
                "沪A1234警",
                "沪A·1234挂",
                "京A1234学",
                "粤Z1234港",
                "浙A1234应急",
                "使014·578",
                "WJ浙1234A",
            ),
        ],
    )
    def test_plates(self, text: str) -> None:
        assert _seen(text) == "〔车牌〕"

    @pytest.mark.parametrize("text", ["wang.jg@mail.example.com", wide("w@qq.com"), "w @ qq.com"])
    def test_mail_addresses(self, text: str) -> None:
        assert _seen(text) == "〔邮箱〕"

    def test_a_number_too_long_to_be_any_of_them(self) -> None:
        assert _seen("33052319900101123413800138000") == "〔号码〕"

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("①13800138000②13900139000", "①〔电话〕②〔电话〕"),
            ("tel13800138000abc", "tel〔电话〕abc"),
            ("之一13800138000", "之一〔电话〕"),
            ("13800138000、13900139000", "〔电话〕、〔电话〕"),
            ("13800138000 330523199001011234", "〔电话〕 〔证件号码〕"),
            ("2026-03-02 13800138000", "2026-03-02 〔电话〕"),
            ("浙A12345car", "〔车牌〕ar"),
            ("13800138000 0572-6123456", "〔电话〕 〔电话〕"),
        ],
    )
    def test_between_other_words(self, text: str, seen: str) -> None:
        assert _seen(text) == seen

    @given(AROUND, BY_FORM.flatmap(spelt), AROUND)
    def test_of_whatever_form_and_wherever(self, before: str, number: str, behind: str) -> None:
        assert bare(number) not in bare(_seen(f"{before}。{number}。{behind}"))

    @given(st.one_of(MOBILES, IDENTITIES, CARDS.filter(_is_chinese)).flatmap(parted))
    def test_in_groups_of_any_size(self, number: str) -> None:
        assert not any(map(str.isdigit, _seen(number)))

    @given(st.lists(st.one_of(MOBILES, LANDLINES, CARDS), min_size=2, max_size=4))
    def test_in_rows(self, numbers: list[str]) -> None:
        assert not any(map(str.isdigit, _seen(" ".join(numbers))))


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


class TestLeftAlone:
    """What is a date, an amount, the number of a document or of nothing in particular."""

    @pytest.mark.parametrize(
        "text",
        [
            *("2026年3月2日", "2026-03-02", "2026-03-02 12:30:15", "2026-03-01-2026-03-31"),
            *("20260302", "20260302123015", "2025-01-31 2025-03-01", "2025-1-31 2025-03-12"),
            *("03-12-2026 1234", "2020-2021 2022-2023", "01-03 01-31 05-02 09-12 10-04 10-05"),
            *("1,380,013,800元", "150000000.00", "13800138.00元", "3000 3000 3000 3000 3000"),
            *(
                "国办发明电〔2025〕7号",
                "湖政办发(2025)12号",
                "国信办发〔2022〕17号",
                "第三十条第二款",
            ),
            *("20260302-0012", "XF2026000123", "2026030200012", "202603020000000012", "2026-0302"),
            *("a" * 64, "0123456789abcdef" * 4, "13800138000abcde" * 4, "1-2-3-4-5-6-7-8-9"),
            *("新Adapter2", "云A栋1201室", "98.6%", "一二三四五六七八九十", "12345热线", "1401件"),
            *(
                "二〇二六年三月二日",
                "@某人",
                "a@b",
                "1、2、3、4、5、6、7、8、9、10、11、12",
                "12345678",
            ),
            *("1.2.3.4.5.6.7.8.9.10", "123456789012", "使用123456", "1234567890123"),
        ],
    )
    def test_it_stays(self, text: str) -> None:
        assert _seen(text) == text

    @given(DAYS, DAYS, st.sampled_from([" ", "至", "-", "、", "~"]))
    def test_days_stay_days(self, one: object, other: object, between: str) -> None:
        text = f"{one}{between}{other}"
        assert _seen(text) == text

    def test_amounts_stay_amounts(self) -> None:
        for amount in range(1000, 200_000_000, 999_999):
            assert _seen(f"{amount:,}.00元") == f"{amount:,}.00元"


class TestChecksums:
    """Known numbers with their last place."""

    def test_of_identity_cards(self) -> None:
        assert checks("11010519491231002X")
        assert not checks("110105194912310021")

    def test_of_bank_cards(self) -> None:
        assert has_luhn("4111111111111111")
        assert not has_luhn("4111111111111112")


class TestTime:
    """Long texts, and many short ones, take time by their length alone."""

    @pytest.mark.parametrize(
        "piece",
        [
            *(
                "1",
                "1 ",
                "1-",
                "11 1 ",
                "123.",
                "一",
                "浙A",
                "浙A1 1 ",
                "a",
                "a@",
                "a.",
                "@",
                "电话",
                "(0",
            ),
            *("2026-03-02 ", "13800138000 ", "护照 ", "0", "+86 ", "999 99 9 "),
        ],
    )
    def test_of_fifty_thousand_characters(self, piece: str) -> None:
        text = (piece * 50_000)[:50_000]
        start = process_time()
        _seen(text)
        assert process_time() - start < 5  # measured: 0.3, and six times as much when traced

    def test_of_a_table_of_ten_thousand_rows(self) -> None:
        chance = random.Random(8)  # noqa: S311 - no secret
        row = (
            "XF2026{:06}",
            "2026-03-{:02}",
            "递铺街道{}",
            "{}",
            "{}.5%",
            "满意",
            "处理中",
            "第{}条",
        )
        cells = [one.format(chance.randrange(10, 28)) for one in row for _ in range(10_000)]
        through = masks(Audience.superior, None)
        start = process_time()
        for cell in cells:
            through.masked(cell)
        assert process_time() - start < 12  # measured: 0.9
