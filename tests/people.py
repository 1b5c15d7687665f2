"""People who do not exist, how what is known of them may be written, and where it may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast
from unicodedata import normalize

from attrs import fields, has
from hypothesis import strategies as st

from xinfang_core.documents.blocks import (
    Bar,
    Bars,
    Block,
    Draft,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
    Words,
)
from xinfang_core.documents.privacy.audiences import may_see
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.vocabulary import PartyRole

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from xinfang_core.vocabulary import Audience

_HAN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨𠮷\u9fff㐂𪚥芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"
_AROUND = "，。的是在了，、\n |<>{}&`#*〔〕🙂abcAB\u200b\u202e\u2066\t"

NAMES = st.text(_HAN, min_size=2, max_size=4)


def _numbers(form: str) -> SearchStrategy[str]:
    """A number of a form, in which each # is any digit."""
    count = form.count("#")
    return st.integers(0, 10**count - 1).map(
        lambda number: form.replace("#", "{}").format(*str(number).zfill(count))
    )


def addresses() -> SearchStrategy[str]:
    """Where nobody lives."""
    number = st.integers(1, 99)
    return st.builds("{}县{}镇{}路{}号{}幢".format, NAMES, NAMES, NAMES, number, number)


MOBILES = st.one_of(*map(_numbers, ("13#########", "15#########", "19#########")))
LANDLINES = st.one_of(*map(_numbers, ("0572-6######", "010-8#######", "0571-88######")))
IDENTITIES = st.one_of(
    *map(_numbers, ("33052319900101####", "11010119781231###X", "330523850228###"))
)
PLATES = st.one_of(
    *map(_numbers, ("浙A1####", "浙AD#####", "京A·###B#", "沪B####挂", "粤Z·####港", "使0##·###"))
)
CARDS = st.one_of(*map(_numbers, ("622202#############", "6229############", "9558##############")))
MAILS = st.text("abc.12", min_size=1).map("x{}@qq.com".format)

BY_FORM = st.one_of(MOBILES, LANDLINES, IDENTITIES, PLATES, CARDS, MAILS)
"""What tells of somebody by its form alone."""


def wide(text: str) -> str:
    """A text with its letters, digits and signs wide, as Chinese keyboards write them."""
    return text.translate({code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)})


@st.composite
def spelt(draw: DrawFn, value: str) -> str:
    """A value as somebody may write it: wide, in capitals, with something unseen in it."""
    between = draw(st.sampled_from(["", "\u200b", "\u00ad", "\ufe0f", "\u2060\u200d"]))
    text = between.join(value)
    text = wide(text) if draw(st.booleans()) else text
    return text.upper() if draw(st.booleans()) else text


@st.composite
def parted(draw: DrawFn, number: str) -> str:
    """A number with blanks or hyphens in it, in groups of one size."""
    size = draw(st.integers(3, 6))
    groups = [number[at : at + size] for at in range(0, len(number), size)]
    return draw(st.sampled_from([" ", "-", " - ", "\u3000", "－", "\n"])).join(groups)


def hidden_from(audience: Audience, people: Parties) -> list[str]:
    """What a reader may not see of some people, in whatever field it stands."""
    told = [(one.role, what, value) for one in people.people for what, value in one.values()]
    seen = {bare(value) for role, what, value in told if may_see(audience, role, what)}
    return [value for _, _, value in told if bare(value) not in seen]


def persons(role: PartyRole | None = None) -> SearchStrategy[Person]:
    """Somebody of a role, or of any."""
    return st.builds(
        Person,
        role=st.just(role) if role else st.sampled_from(PartyRole),
        name=NAMES,
        address=st.one_of(st.just(""), addresses()),
        phone=st.one_of(st.just(""), MOBILES, LANDLINES),
        id_number=st.one_of(st.just(""), IDENTITIES),
        others=st.lists(st.one_of(NAMES.map("老{}头".format), PLATES), max_size=2).map(tuple),
    )


def parties() -> SearchStrategy[Parties]:
    """The people of a case."""
    return st.lists(persons(), max_size=4).map(tuple).map(Parties)


AROUND = st.text(_AROUND, max_size=6)
"""What stands around a value: nothing of it tells of anybody."""


def planted(values: list[str]) -> SearchStrategy[str]:
    """A text in which one of some values may stand, as somebody may write it."""
    if not values:
        return AROUND
    held = st.sampled_from(values).flatmap(spelt)
    return st.one_of(AROUND, st.builds("{}。{}。{}".format, AROUND, held, AROUND))


def _words(texts: SearchStrategy[str]) -> SearchStrategy[Words]:
    return st.one_of(texts, texts.flatmap(_cut))


@st.composite
def _cut(draw: DrawFn, text: str) -> tuple[Run, ...]:
    """A text cut where looks change, in the middle of a value too."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    edges = [0, *places, len(text)]
    return tuple(Run(text[begin:end], strong=bool(begin % 2)) for begin, end in pairwise(edges))


def _rows(words: SearchStrategy[Words]) -> SearchStrategy[tuple[Words, ...]]:
    return st.lists(words, max_size=3).map(tuple)


def blocks(texts: SearchStrategy[str]) -> SearchStrategy[Block]:
    """A block of any kind, all of whose words are drawn of ``texts``."""
    words = _words(texts)
    several = st.lists(texts, max_size=2).map(tuple)
    bar = st.builds(Bar, label=texts, values=st.just((1.0, None)), shown=several)
    bars = st.lists(bar, max_size=2).map(tuple)
    plain: SearchStrategy[Block] = st.one_of(
        st.builds(Heading, level=st.just(1), words=words, anchor=st.just("limit-1")),
        st.builds(Paragraph, words=words),
        st.builds(Items, items=_rows(words)),
        st.builds(
            Table,
            heads=_rows(words),
            rows=st.lists(_rows(words), max_size=2).map(tuple),
            caption=texts,
            folded=texts,
        ),
        st.builds(
            Bars,
            title=texts,
            bars=bars,
            series=several,
            unit=texts,
        ),
    )
    instead = st.lists(plain, max_size=2).map(tuple)
    picture = st.builds(Picture, svg=st.just("<svg/>"), told=texts, instead=instead)
    return st.one_of(plain, picture)


def drafts(texts: SearchStrategy[str]) -> SearchStrategy[Draft]:
    """A draft all of whose words are drawn of ``texts``."""
    return st.builds(
        Draft,
        title=texts,
        blocks=st.lists(blocks(texts), max_size=4).map(tuple),
        made_by=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    )


def texts_of(found: object) -> Iterator[str]:
    """Every text in a value; words that only a look parts are one."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, tuple) and found and all(isinstance(one, Run) for one in found):
        yield "".join(run.text for run in found)
    elif isinstance(found, Mapping):
        yield from (text for pair in found.items() for part in pair for text in texts_of(part))
    elif isinstance(found, (tuple, list)):
        yield from (text for one in found for text in texts_of(one))
    elif has(type(found)):
        values = [getattr(found, one.name) for one in fields(cast("type[Any]", type(found)))]
        yield from (text for value in values for text in texts_of(value))


def bare(text: str) -> str:
    """The letters and digits of a text, wide or not, in one case: what a reader makes of it."""
    return "".join(one for one in normalize("NFKC", text).casefold() if one.isalnum())
