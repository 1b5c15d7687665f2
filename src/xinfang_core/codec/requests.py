"""Requests (请求): a case, and the policy, day and size that its answer is wanted by.

A request is plain data: ``{"case": …, "policy": …, "as_of": …, "size": …}``, of which only the
case has to be there; or a case alone. What it does not say, ``Terms`` say for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from xinfang_core.assessment import Assessment, assess
from xinfang_core.codec.decoding import decode_case
from xinfang_core.codec.fields import Field
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.showing import not_object, without_values
from xinfang_core.codec.sizes import DEFAULT, Size, known_size
from xinfang_core.errors import Fault, MisuseError, RecordError, XinfangError
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.refusals import RefusedError, unknown_declared, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy, PolicyPack
    from xinfang_core.vocabulary import Declarations

    Item = TypeVar("Item")

CASE = "case"
"""The key by which a request is told from a case alone."""

REQUEST_FIELDS = (
    Field("policy", "办法", "policy", str),
    Field("variant", "变体", "variant", str),
    Field("as_of", "评估日", "as_of", date),
    Field("known_on", "所知日", "known_on", date),
    Field("allow_assumed", "采用推定值", "allow_assumed", bool),
    Field("size", "详略", "size", str),
    Field("receipt", "回执", "receipt", bool),
)
"""What a request may say beside its case."""

_MOST_KEPT = 16
"""Policies and calendars that are remembered; a calendar takes three megabytes."""


@frozen
class Terms:
    """What holds where a request does not say it (缺省条件).

    Attributes:
        calendar: the working days.
        policy: ``ID`` or ``ID@DATE``; None: each request has to name one.
        variant: the reading of that policy; None: the default one.
        policies: policies of the host's own, which requests name by their id; those that come
            with the library are known anyway. Files are never read on behalf of a request.
        known_on: notices after this day are left out; None: none are.
        as_of: the day asked about; None: the day that ``RequestReader.read`` is given.
        allow_assumed: whether values may be used that the source does not give.
        size: how much an answer says.
        receipt: whether an answer carries its receipt.
        key: the secret of receipts.

    """

    calendar: WorkCalendar
    policy: str | None = None
    variant: str | None = None
    policies: Mapping[str, Policy] = field(factory=dict)
    known_on: date | None = None
    as_of: date | None = None
    allow_assumed: bool = True
    size: Size = DEFAULT
    receipt: bool = False
    key: bytes | None = field(default=None, repr=False)


@frozen
class Asked:
    """A request that was read (已读入的请求).

    Attributes:
        case: the case.
        pack: the parameters that apply to it.
        calendar: the working days, as known on the day that the request names.
        as_of: the day asked about.
        allow_assumed: whether values may be used that the source does not give.
        size: how much the answer is to say.
        receipt: whether the answer is to carry its receipt.

    """

    case: Case
    pack: PolicyPack
    calendar: WorkCalendar
    as_of: date
    allow_assumed: bool
    size: Size
    receipt: bool

    def answer(self) -> Assessment:
        """The answer."""
        allowed = self.allow_assumed
        return assess(self.case, self.pack, self.calendar, self.as_of, allow_assumed=allowed)


@frozen
class RequestReader:
    """Reads requests under the same terms (请求读入); remembers policies and calendars."""

    terms: Terms
    _policy: Callable[[tuple[str, str | None]], Policy] = field(init=False, eq=False, repr=False)
    _calendar: Callable[[date | None], WorkCalendar] = field(init=False, eq=False, repr=False)

    @_policy.default
    def _no_policy_yet(self) -> Callable[[tuple[str, str | None]], Policy]:
        return lru_cache(_MOST_KEPT)(self._find_policy)

    @_calendar.default
    def _no_calendar_yet(self) -> Callable[[date | None], WorkCalendar]:
        return lru_cache(_MOST_KEPT)(self._known_on)

    def read(self, request: object, today: date) -> Asked:
        """A request, or a case alone.

        Args:
            request: plain data, as ``json.loads`` gives it.
            today: the day asked about where neither the request nor the terms name one.

        Raises:
            RecordError: every fault of the request, each with its path.
            MisuseError: no policy is named, or none was in force on the day after ``@``.
            UnknownNameError: a policy, variant or size that does not exist.

        """
        if not isinstance(request, Mapping):
            raise RecordError(not_object(request))
        if CASE not in request:
            return self._asked(request, {}, today, "")
        said, faults = said_in(request, REQUEST_FIELDS, beside=(CASE,))
        if faults:
            raise RecordError(*faults)
        return self._asked(request[CASE], said, today, CASE)

    def _asked(self, record: Any, said: Mapping[str, Any], today: date, path: str) -> Asked:  # noqa: ANN401 - foreign data
        """The request of a record and of what was said beside it."""
        label = said.get("policy", self.terms.policy)
        if label is None:
            raise MisuseError(Fault("request.no_policy", path="policy"))
        name, pinned = _parts(label)
        # A reading belongs to the policy that it was chosen for.
        default = self.terms.variant if name == _parts(self.terms.policy or "")[0] else None
        policy = self._policy((name, said.get("variant", default)))
        size = known_size(said.get("size", self.terms.size))
        as_of = said.get("as_of", self.terms.as_of or today)
        case = _below(path, lambda: decode_case(record, policy.declared))
        return Asked(
            case,
            pinned_pack(policy, pinned, label) if pinned else policy.in_force(case, as_of),
            self._calendar(said.get("known_on", self.terms.known_on)),
            as_of,
            said.get("allow_assumed", self.terms.allow_assumed),
            size,
            said.get("receipt", self.terms.receipt),
        )

    def _find_policy(self, named: tuple[str, str | None]) -> Policy:
        name, variant = named
        own = self.terms.policies
        if name in own:
            return own[name].with_variant(variant)
        if name not in policy_ids():
            raise unknown_declared(
                "policy.unknown", name, dict.fromkeys((*own, *policy_ids())), "policy"
            )
        return load_policy(name).with_variant(variant)

    def _known_on(self, day: date | None) -> WorkCalendar:
        calendar = self.terms.calendar
        return calendar if day is None else calendar.known_on(day)


def case_in(request: object, declared: Declarations) -> Case:
    """The case of a request, or of a record alone.

    Raises:
        RecordError: every fault of the case.

    """
    record: Any = request[CASE] if isinstance(request, Mapping) and CASE in request else request
    return decode_case(record, declared)


def said_in(
    record: Mapping[str, object], fields: Iterable[Field], *, beside: tuple[str, ...] = ()
) -> tuple[dict[str, Any], list[Fault]]:
    """What a record says in these fields, and what cannot be read; null says nothing.

    Args:
        record: plain data.
        fields: those that it may have.
        beside: keys that somebody else reads.

    """
    known = {one.name: one for one in fields}
    said: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, found in record.items():
        if key in beside or (found is None and key in known):
            continue
        try:
            said[key] = _value(key, found, known, beside)
        except RefusedError as refused:
            fault = Fault(refused.code, refused.facts, path=str(key))
            faults.append(without_values(fault))
    return said, faults


def _value(key: str, found: object, known: Mapping[str, Field], beside: tuple[str, ...]) -> object:
    """One value of a record.

    Raises:
        RefusedError: it cannot be read, or is none of ours.

    """
    if key not in known:
        raise unknown_name("key.unknown", key, (*beside, *known))
    return known[key].read.value(found)


def _parts(label: str) -> tuple[str, date | None]:
    """The id of a policy, and the day that pins its editions.

    Raises:
        RecordError: what stands after ``@`` is no day.

    """
    name, at, day = label.partition("@")
    try:
        return name, read_day(day) if at else None
    except RefusedError as refused:
        raise RecordError(Fault(refused.code, refused.facts, path="policy")) from None


def pinned_pack(policy: Policy, day: date, label: str, path: str = "policy") -> PolicyPack:
    """The pack as if all fell on a day.

    Args:
        policy: its editions.
        day: the day.
        label: how a refusal names the policy.
        path: where the policy was named.

    Raises:
        MisuseError: the policy was not in force then.

    """
    pack = policy.on(day)
    if {mark.label for mark in pack.marks}.isdisjoint(one.label for one in policy.editions):
        first = policy.editions[-1].effective
        facts = (("policy", label), ("first", first))
        raise MisuseError(Fault("request.not_in_force", facts, path=path))
    return pack


def _below(path: str, read: Callable[[], Item]) -> Item:
    """What is read, with the places of its faults below ``path``."""
    try:
        return read()
    except XinfangError as error:
        raise type(error)(*(_moved(one, path) for one in error.faults)) from None


def _moved(fault: Fault, path: str) -> Fault:
    return fault._replace(path=".".join(filter(None, (path, fault.path))))
