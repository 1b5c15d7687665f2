"""What tells of somebody by its form alone (号码识别), in any text, whoever reads it.

Telephones (with +86 or an area code, 400 and 800), numbers of identity cards (18 places and the
15 of old) and of passports named as such, plates, bank cards, mail addresses. Digits of other
scripts and widths, Chinese numerals and circled ones, blanks, hyphens, line breaks and invisible
characters are seen through.

Left alone: dates and moments, amounts, numbers of documents such as 国办发明电〔2025〕7号, clauses,
digests, and the numbers of cases that the caller names, unless they are a telephone or an identity
card with the right last place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

from xinfang_core.documents.privacy.numbers import Group, numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS: Final = r"[ \-·.,、/()]"
_FEWEST: Final = 10

_DIGITS: Final = re.compile(
    rf"\+?[0-9](?:{_PARTS}{{0,3}}[0-9]){{{_FEWEST - 1},}}(?:X|[ \-]X(?![A-Z]))?"
)
_LOOSE: Final = re.compile("[.,、/]")
_GROUP: Final = re.compile(rf"({_PARTS}*)(\+?[0-9]+(?:[ -]?X)?)")

_NUMERALS: Final = "\u3007○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖①-⑨⓪⁰¹²³⁴-⁹₀-₉"
_BESIDE: Final = r"[\W_ー\u115f\u1160\u3164\uffa0]"
"""What folds to a blank, a hyphen or nothing, so that it may stand between two numerals."""

_WORTH_A_LOOK: Final = re.compile(rf"[\d@\uff20]|[{_NUMERALS}]{_BESIDE}*[{_NUMERALS}]")
_SPELT: Final = re.compile(rf"[{_NUMERALS}](?:{_PARTS}{{0,3}}[{_NUMERALS}]){{{_FEWEST - 1},}}")
_SAID: Final = {
    **dict(zip(map(ord, "\u3007○零一二三四五六七八九幺"), "0001234567891", strict=True)),
    **dict(zip(map(ord, "壹贰叁肆伍陆柒捌玖"), "123456789", strict=True)),
    **{ord(one): normalize("NFKC", one) for one in "①②③④⑤⑥⑦⑧⑨⓪⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"},
}

_EXTENSION: Final = re.compile("(?:-| ?转 ?)[0-9]{1,6}(?![0-9])")

_SHORT_NAMES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLACE: Final = "[A-Z0-9]"
_PLATE: Final = re.compile(
    rf"[{_SHORT_NAMES}][ \-·.]?[A-Z][ \-·.]{{0,2}}"
    rf"(?:(?:{_PLACE}[ ·]?){{4}}(?:[挂学警港澳领使超试]|应急)"
    rf"|(?:{_PLACE}[ ·]?){{4,5}}{_PLACE}(?![0-9]))"
    rf"|使 ?[0-9]{{3}}·[0-9]{{3}}(?![0-9])"
    rf"|WJ[ ·]?[{_SHORT_NAMES}]?[ ·]?[0-9]{{4,5}}{_PLACE}?(?!{_PLACE})"
)
_LEAST_OF_A_PLATE: Final = 3

_MAIL: Final = re.compile(
    r"(?<![A-Z0-9._%+\-])[A-Z0-9._%+\-]+(?:@| @ )[A-Z0-9](?:[A-Z0-9\-]*[A-Z0-9])?(?:\.[A-Z0-9\-]+)+"
)
_NAMED_PHONE: Final = re.compile(
    "(?:电话|手机|座机|传真|热线|TEL)[号码是为:： ]{0,4}([2-9][0-9]{2,3}[ -]?[0-9]{4})(?![0-9])"
)
_NAMED_PASSPORT: Final = re.compile(
    "(?:护照|通行证|军官证|士兵证|居住证)[号码是为字第:： ]{0,4}([A-Z]{0,2}[0-9]{7,9})(?![0-9])"
)
_DIGEST: Final = re.compile("(?<![0-9A-Z])[0-9A-F]{64}(?![0-9A-Z])")

LABELS: Final = {
    "phone": "〔电话〕",
    "id_number": "〔证件号码〕",
    "card": "〔银行卡号〕",
    "number": "〔号码〕",
    "plate": "〔车牌〕",
    "mail": "〔邮箱〕",
}
"""What stands in the place of each: nothing of it, not even its length."""


class Found(NamedTuple):
    """A piece of a text that tells of somebody.

    Attributes:
        start: where it begins.
        end: where it ends.
        label: what stands in its place.
        is_sure: whether it is that even where it is known for the number of a case.

    """

    start: int
    end: int
    label: str
    is_sure: bool = True


def is_worth_a_look(text: str) -> bool:
    """Whether a text, not folded yet, has what all of this has: a digit, or an @."""
    return _WORTH_A_LOOK.search(text) is not None


def found_in(shape: str) -> list[Found]:
    """What tells of somebody in a text that is folded by ``SHAPES``; pieces may overlap."""
    found = [*_numbers(shape), *_plates(shape), *_named(shape)]
    kept = [digest.span() for digest in _DIGEST.finditer(shape)] if found else []
    return [one for one in found if not any(a <= one.start and one.end <= b for a, b in kept)]


def _numbers(shape: str) -> Iterator[Found]:
    """The telephones and the numbers of cards, in digits or in Chinese numerals."""
    for row in _DIGITS.finditer(shape):
        yield from _rows(shape, row.group(), row.start())
    for row in _SPELT.finditer(shape):
        yield from _rows(shape, row.group().translate(_SAID), row.start())


def _rows(shape: str, digits: str, start: int) -> Iterator[Found]:
    """The numbers in one row of digits."""
    for number in numbers_of(_groups(digits, start)):
        start, end = number.start, number.end
        if number.kind == "phone":
            extension = _EXTENSION.match(shape, end)
            end = extension.end() if extension else end
            start -= shape.startswith("(", start - 1) and ")" in shape[start:end]
        yield Found(start, end, LABELS[number.kind], number.is_sure)


def _groups(digits: str, start: int) -> list[Group]:
    """A row of digits in the groups that stand together."""
    return [
        Group(
            found[2].replace(" ", "").replace("-", ""),
            start + found.start(2),
            start + found.end(2),
            _LOOSE.search(found[1]) is not None,
        )
        for found in _GROUP.finditer(digits)
    ]


def _plates(shape: str) -> Iterator[Found]:
    """The plates of cars; a word of letters behind a province's short name is none."""
    for plate in _PLATE.finditer(shape):
        if sum(map(str.isdigit, plate.group())) >= _LEAST_OF_A_PLATE:
            yield Found(*plate.span(), LABELS["plate"])


def _named(shape: str) -> Iterator[Found]:
    """What the words before it name, and mail addresses."""
    if "@" in shape:
        yield from (Found(*mail.span(), LABELS["mail"]) for mail in _MAIL.finditer(shape))
    yield from (Found(*one.span(1), LABELS["phone"]) for one in _NAMED_PHONE.finditer(shape))
    passports = _NAMED_PASSPORT.finditer(shape)
    yield from (Found(*one.span(1), LABELS["id_number"]) for one in passports)
