"""Receipts held against answers of today (重放): the same, or what differs and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import frozen

from xinfang_core.assessment import RULES, assess
from xinfang_core.codec.receipts import RECEIPT, Receipts
from xinfang_core.decision import Reason, RuleName
from xinfang_core.errors import Fault, MisuseError, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy, PolicyPack

    Found = Mapping[str, Any]
    """Plain data of a receipt that was looked at."""

_MEMBERS: Mapping[str, type | tuple[type, ...]] = {
    "policy": str,
    "made_by": Mapping,
    "values": Mapping,
    "years": Mapping,
    "answer": str,
    "key": (str, type(None)),
    "case": (str, type(None)),
    "decisions": (Mapping, type(None)),
}
_MADE_BY: Mapping[str, type | tuple[type, ...]] = {
    "library": str,
    "editions": Mapping,
    "variant": (str, type(None)),
    "calendar": Mapping,
    "as_of": str,
    "allow_assumed": bool,
}

_CALENDAR: Mapping[str, type | tuple[type, ...]] = {
    "regions": list,
    "known_on": (str, type(None)),
    "notices": list,
    "settled_through": str,
}


class Replayed(NamedTuple):
    """What became of an answer (重放结果).

    Attributes:
        same: whether the answer is the same today.
        differences: what differs, in what made it and in what it says, with the likely cause.

    """

    same: bool
    differences: tuple[Reason, ...]


@frozen
class Receipt:
    """A receipt as a host keeps it (回执), looked at as far as it is needed here."""

    data: Mapping[str, object]

    @property
    def policy_id(self) -> str:
        """The id of the policy that it names first."""
        return str(self.data["policy"]).partition("@")[0]

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions whose notices were in use."""
        found: Found = self.data
        return tuple(map(str, found["made_by"]["calendar"]["regions"]))

    @property
    def as_of(self) -> date:
        """The day asked about."""
        found: Found = self.data
        return date.fromisoformat(found["made_by"]["as_of"])

    @property
    def known_on(self) -> date | None:
        """The day whose notices were known."""
        found: Found = self.data
        text = found["made_by"]["calendar"]["known_on"]
        return None if text is None else date.fromisoformat(text)


def read_receipt(found: object) -> Receipt:
    """A receipt from plain data, or from an answer that carries one.

    Raises:
        RecordError: it is none, or one of a later version.

    """
    if isinstance(found, Mapping) and isinstance(found.get("receipt"), Mapping):
        found = found["receipt"]
    if not isinstance(found, Mapping) or not _has(found, _MEMBERS):
        raise RecordError(Fault("receipt.not_ours"))
    if found.get("receipt") != RECEIPT:
        raise RecordError(Fault("receipt.version", (("found", found.get("receipt")),)))
    made = found["made_by"]
    if not _has(made, _MADE_BY) or not _has(made["calendar"], _CALENDAR):
        raise RecordError(Fault("receipt.not_ours", path="made_by"))
    receipt = Receipt(found)
    try:
        _ = (receipt.as_of, receipt.known_on)
    except (ValueError, TypeError):
        raise RecordError(Fault("receipt.not_ours", path="made_by")) from None
    return receipt


def _has(found: Found, members: Mapping[str, type | tuple[type, ...]]) -> bool:
    return all(isinstance(found.get(name, ...), kind) for name, kind in members.items())


def replay(
    receipt: Receipt, case: Case, policy: Policy, calendar: WorkCalendar, key: bytes | None = None
) -> Replayed:
    """Answer again as it was answered then, and hold the one against the other.

    Args:
        receipt: what was kept.
        case: the facts that were answered.
        policy: the policy as it is today.
        calendar: the working days as they are today, with the notices of then and later.
        key: the secret that the receipt was made with; None: it was made without one.

    Raises:
        MisuseError: the key is not the one that the receipt was made with.

    """
    then: Found = receipt.data
    made = then["made_by"]
    pack = _pack(receipt, case, policy.with_variant(made["variant"]))
    known = receipt.known_on
    days = calendar if known is None else calendar.known_on(known)
    answer = assess(case, pack, days, receipt.as_of, allow_assumed=made["allow_assumed"])
    now = Receipts(key).receipt(answer, case, pack)
    if now["key"] != then["key"]:
        raise MisuseError(Fault("receipt.other_key", path="key"))
    same = now["answer"] == then["answer"]
    causes = (*_made_by(made, now["made_by"]), *_parts(then, now))
    told = () if same else (*_decisions(then, now), *_code(then, causes))
    return Replayed(same, (*causes, *told))


def _pack(receipt: Receipt, case: Case, policy: Policy) -> PolicyPack:
    """The parameters that the case falls under; those of the receipt where it was pinned."""
    pack = policy.in_force(case, receipt.as_of)
    if pack.label == receipt.data["policy"]:
        return pack
    found: Found = receipt.data
    wanted = set(found["made_by"]["editions"])
    begin = [one.effective for one in (*policy.editions, *policy.national) if one.label in wanted]
    first = max((day for day in begin if day), default=None)
    return policy.on(first) if first else pack


def _made_by(then: Found, now: Any) -> Iterator[Reason]:  # noqa: ANN401 - plain data
    """What differs in what made the answers."""
    if then["library"] != now["library"]:
        yield _told("replay.library", then["library"], now["library"])
    before, after = then["editions"], now["editions"]
    for label in sorted(before.keys() | after.keys()):
        if before.get(label) != after.get(label):
            yield _told("replay.edition", before.get(label), after.get(label), label)
    yield from _calendar(then["calendar"], now["calendar"])


def _calendar(then: Found, now: Found) -> Iterator[Reason]:
    """What differs in the working days."""
    if then["regions"] != now["regions"]:
        yield _told("replay.region", tuple(then["regions"]), tuple(now["regions"]))
    if then["settled_through"] != now["settled_through"]:
        yield _told("replay.settled", then["settled_through"], now["settled_through"])
    before, after = then["notices"], now["notices"]
    for notice in before:
        if notice not in after:
            yield _told("replay.notice_gone", _named(notice), "")
    for notice in after:
        if notice not in before:
            yield _told("replay.notice_new", "", _named(notice))


def _named(notice: object) -> object:
    return notice.get("name", "") if isinstance(notice, Mapping) else ""


def _parts(then: Found, now: Found) -> Iterator[Reason]:
    """What differs in the case, the values of rules, and the notices of years."""
    if then["case"] != now["case"]:
        yield Reason("replay.case")
    codes = [("replay.values", "values")]
    if then["made_by"]["calendar"]["regions"] == now["made_by"]["calendar"]["regions"]:
        codes.append(("replay.year", "years"))
    for code, name in codes:
        for one in sorted(_changed(then[name], now[name])):
            yield _told(code, then[name].get(one), now[name].get(one), one)


def _changed(then: Found, now: Found) -> set[str]:
    return {name for name in then.keys() | now.keys() if then.get(name) != now.get(name)}


def _decisions(then: Found, now: Found) -> Iterator[Reason]:
    """The decisions that differ, as far as the key tells them."""
    if then["decisions"] is None:
        return
    changed = _changed(then["decisions"], now["decisions"] or {})
    yield from (_told("replay.decision", "", "", one) for one in sorted(changed))
    if not changed and then["case"] == now["case"]:
        yield Reason("replay.words")


def _code(then: Found, causes: tuple[Reason, ...]) -> Iterator[Reason]:
    """That the judgement itself is another, where nothing else can be the cause.

    Without a key nobody can tell whether the record is the one of then.
    """
    if not any(one.code in _CAUSES for one in causes):
        yield Reason("replay.code" if then["case"] else "replay.record_or_code")


_CAUSES = frozenset(
    (
        *("replay.library", "replay.edition", "replay.values", "replay.year", "replay.case"),
        *("replay.notice_gone", "replay.notice_new", "replay.settled", "replay.region"),
    )
)
"""Differences that another answer may come from."""


def _told(code: str, then: object, now: object, name: str = "") -> Reason:
    titled = RuleName(name) if name in RULES else name
    return Reason(code, (("name", titled), ("then", then), ("now", now)))
