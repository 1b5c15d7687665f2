"""Receipts (回执): what an answer was made of and what it said, as hashes, to be held against it.

No fact of a case enters a receipt. What could be guessed from its hash is hashed with a key of the
host's; without one only the answer as a whole is hashed, and whoever knows the number of the case
can try out what it is about. Hashes are of canonical JSON (RFC 8785).
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from attrs import field, fields_dict, frozen

from xinfang_core.assessment import GROUPS as ANSWERS
from xinfang_core.assessment.groups import OWN
from xinfang_core.calendar.provenance import notice_lines
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.plain import plain
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.codec.writing import encode_case
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.policy.pack import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import PolicyPack

RECEIPT = 1
"""The version of receipts."""

SHORTEST_KEY = 16
"""Bytes of a key; a shorter one could be guessed too."""

_DIGITS = 16
_LISTS = ("obligations", "findings")
_DECLARED = {
    "limit": "declared_limits",
    "ladder": "ladders",
    "measure": "measures",
    "score": "scores",
    "payment": "payments",
    "series": "series",
}
"""What a policy declares, by the name of its section, with the attribute of the pack."""


@frozen
class Receipts:
    """Writes receipts; to be kept for as many as there are.

    Attributes:
        key: the host's secret, of ``SHORTEST_KEY`` bytes or more; None: receipts tell of the
            answer as a whole, not of the case and single decisions.

    Raises:
        MisuseError: the key is too short.

    """

    key: bytes | None = field(default=None, repr=False)
    # By the editions and the reading: to compare whole packs would take longer.
    _values: dict[object, Json] = field(factory=dict, init=False, eq=False, repr=False)
    _encoder: AnswerEncoder = field(init=False, eq=False, repr=False)
    _years: Callable[[WorkCalendar], Json] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.key is not None and len(self.key) < SHORTEST_KEY:
            facts = (("least", SHORTEST_KEY), ("found", len(self.key)))
            raise MisuseError(Fault("receipt.key_short", facts, path="key"))

    @_encoder.default
    def _new_encoder(self) -> AnswerEncoder:
        return AnswerEncoder("full")

    @_years.default
    def _no_years_yet(self) -> Callable[[WorkCalendar], Json]:
        return lru_cache(_years_of)

    def receipt(self, answer: Assessment, case: Case, pack: PolicyPack) -> Json:
        """The receipt of an answer.

        Args:
            answer: what was answered.
            case: about what.
            pack: by which parameters.

        """
        said = self._said(answer)
        return {
            "receipt": RECEIPT,
            "policy": answer.policy,
            "made_by": made_by_json(answer.made_by),
            "values": self._values_of(pack),
            "years": self._years(answer.made_by.calendar),
            "key": self._keyed(RECEIPT),
            "case": self._keyed(encode_case(case)),
            "answer": self._keyed(said) or _sha256(said),
            "decisions": {name: self._keyed(one) for name, one in _decisions(said)}
            if self.key
            else None,
        }

    def _said(self, answer: Assessment) -> Json:
        """All that an answer says; what made it stands beside."""
        said: Json = json.loads(self._encoder.encode(answer))
        del said["made_by"]
        return said

    def _values_of(self, pack: PolicyPack) -> Json:
        """The digest of the values of each rule, with their citations."""
        named = pack.marks, pack.variant
        if named not in self._values:
            found = {name: one for name, one in _sections(pack) if one}
            self._values[named] = {name: _digest(plain(found[name])) for name in sorted(found)}
        return self._values[named]

    def _keyed(self, value: object) -> str | None:
        if self.key is None:
            return None
        import hmac

        return hmac.new(self.key, canonical(value), "sha256").hexdigest()


def canonical(value: object) -> bytes:
    """Plain values as the one JSON text that they have (RFC 8785).

    It takes what we write ourselves: keys in ASCII, and fractions of so few digits that Python
    writes them as the standard does.
    """
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    ).encode()


def _decisions(said: Json) -> Iterator[tuple[str, object]]:
    """What each rule decided, whatever words tell it; then the lists."""
    for group in ANSWERS:
        decided = dict(cast("Json", said[group]))
        own = cast("Json", decided.pop(OWN, {}))
        for name, one in (*decided.items(), *((f"{OWN}.{name}", one) for name, one in own.items())):
            if one is not None:
                yield name, _wordless(one)
    for name in _LISTS:
        yield name, _wordless(said[name])


def _wordless(told: object) -> object:
    """The same without sentences, and without the numbers of citations, which shift."""
    if isinstance(told, dict):
        kept = ((key, one) for key, one in told.items() if key not in {"text", "citation"})
        return {key: _wordless(one) for key, one in kept}
    return [*map(_wordless, told)] if isinstance(told, list) else told


def _sections(pack: PolicyPack) -> Iterator[tuple[str, object]]:
    """The sections of the policies that apply, by the names that their files have."""
    yield from (("workflow", pack.workflow), ("outside", pack.outside))
    for group, kind in GROUPS.items():
        params = getattr(pack, group)
        yield from ((rule, getattr(params, rule)) for rule in fields_dict(kind))
    yield from ((f"kind.{one.kind.name}", one.own) for one in pack.listed)
    yield from ((f"event.{one.name}", one.value) for one in pack.declared.steps)
    for section, attribute in _DECLARED.items():
        own: Mapping[object, object] = getattr(pack, attribute)
        yield from ((f"{section}.{getattr(key, 'name', key)}", one) for key, one in own.items())


def _years_of(calendar: WorkCalendar) -> Json:
    """The digest of the notices of each year, as far as they are known."""
    by_year: dict[int, list[object]] = {}
    for notice in calendar.notices:
        if notice.known_by(calendar.known_until):
            by_year.setdefault(notice.year, []).extend(map(plain, notice_lines(notice)))
    return {str(year): _digest(by_year[year]) for year in sorted(by_year)}


def _digest(value: object) -> str:
    return _sha256(value)[:_DIGITS]


def _sha256(value: object) -> str:
    from hashlib import sha256  # it loads OpenSSL, and few ask

    return sha256(canonical(value)).hexdigest()
