"""Questions that are not about one case (事项以外的问题), by the rules that answer them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from types import FunctionType, NoneType
from typing import TYPE_CHECKING, Any, get_args

from attrs import frozen, has

from xinfang_core.errors import InvalidFactError
from xinfang_core.examples.given import GivenReader, hints_of
from xinfang_core.policy.pack import DECLARED, GROUP_OF
from xinfang_core.refusals import RefusedError, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.decision import Facts
    from xinfang_core.examples.example import Example
    from xinfang_core.policy import PolicyPack
    from xinfang_core.vocabulary import Declarations

    Given = Mapping[str, str]
    """By the parameter of a rule what it is given, as text."""

    GivenFault = tuple[str, str, Facts]
    """A parameter, and the code and the facts of why what it is given is refused."""

VALUE = "value"
"""The question what a policy says in a place."""

_GROUPS = frozenset({"papers", "ledger", "station"})
"""The groups of rules that are not about one case."""

_SECTIONS = {"measure": "measures", "score": "scores", "payment": "payments", "series": "series"}
"""By the section of what a policy declares the attribute of a pack."""

_PARAMS, _CALENDAR, _AS_OF = "params", "calendar", "as_of"


@frozen
class Question:
    """A rule as it may be asked (问题).

    Attributes:
        rule: its name, or ``SECTION.KEY`` of what a policy declares.
        function: what answers.

    """

    rule: str
    function: Callable[..., Any]

    @property
    def parameters(self) -> dict[str, Parameter]:
        """What it is given by an example."""
        found = signature(self.function).parameters
        return {name: one for name, one in found.items() if name not in {_PARAMS, _CALENDAR}}

    def arguments(
        self, given: Given, declared: Declarations
    ) -> tuple[dict[str, object], list[GivenFault]]:
        """What the rule is given, and what of it is refused.

        Args:
            given: as it is written; a part of a thing of several under ``PARAMETER.PART``.
            declared: the names that the policy declares beside ours.

        """
        read, hints = GivenReader(declared), hints_of(self.function)
        found: dict[str, object] = {}
        faults: list[GivenFault] = []
        together = _together(given)
        for name, text in together.items():
            try:
                if name not in self.parameters:
                    raise unknown_name("example.no_parameter", name, self.parameters)
                found[name] = _argument(read, text, hints[name])
            except RefusedError as refused:
                faults.append((name, refused.code, refused.facts))
            except InvalidFactError as error:
                faults += ((name, wrong.code, wrong.facts) for wrong in error.faults)
        for name, one in self.parameters.items():
            if name not in together and name != _AS_OF and one.default is Parameter.empty:
                try:
                    found[name] = _left_out(read, name, hints[name])
                except RefusedError as refused:
                    faults.append((name, refused.code, refused.facts))
        return found, faults

    def answer(self, one: Example, pack: PolicyPack, calendar: WorkCalendar) -> object:
        """What the rule answers; None where the policy has it not.

        Raises:
            InvalidFactError: what it is given contradicts itself.

        """
        params = params_of(pack, self.rule)
        if params is None:
            return None
        known = signature(self.function).parameters
        arguments = {_PARAMS: params, **one.arguments}
        if _CALENDAR in known:
            arguments[_CALENDAR] = calendar
        if _AS_OF in known:
            arguments.setdefault(_AS_OF, one.terms.as_of)
        return self.function(**arguments)


def params_of(pack: PolicyPack, rule: str) -> object:
    """The parameters of a rule that is not about one case, or of what a policy declares."""
    section, _, key = rule.partition(".")
    if key:
        return getattr(pack, _SECTIONS[section]).get(key)
    return pack.params(rule)


def question_of(name: str, given: Given) -> Question | None:
    """The question of a name; of several functions the one that takes what is given."""
    functions = _functions(name)
    if not functions:
        return None
    wanted = {one.partition(".")[0] for one in given}
    known = (Question(name, one) for one in functions)
    asked = [one for one in known if wanted <= one.parameters.keys()]
    return asked[0] if asked else Question(name, functions[0])


def questions(rules: Iterable[str]) -> Iterator[str]:
    """Those of the rules that are not about one case."""
    return filter(_functions, rules)


@cache
def _functions(name: str) -> tuple[Callable[..., Any], ...]:
    """The public functions of a rule, or of a section, that are given its parameters."""
    section = name.partition(".")[0]
    if GROUP_OF.get(name) in _GROUPS:
        module = f"xinfang_core.rules.{GROUP_OF[name]}.{name}"
    elif section in _SECTIONS and section in DECLARED and section != name:
        module = f"xinfang_core.declared.{section}"
    else:
        return ()
    found = import_module(module)
    public = (getattr(found, one) for one in found.__all__)
    functions = (one for one in public if isinstance(one, FunctionType))
    return tuple(one for one in functions if _PARAMS in signature(one).parameters)


def _together(given: Given) -> dict[str, str | dict[str, str]]:
    """By parameter what is given, the parts of one thing together."""
    found: dict[str, str | dict[str, str]] = {}
    for name, text in given.items():
        parameter, dot, part = name.partition(".")
        if not dot:
            found[parameter] = text
            continue
        parts = found.setdefault(parameter, {})
        if isinstance(parts, dict):
            parts[part] = text
    return found


def _left_out(read: GivenReader, name: str, kind: Any) -> object:  # noqa: ANN401
    """What a rule is given where nothing is written: that it is not known.

    Raises:
        RefusedError: it has to be.

    """
    if has(kind):
        return read.parts({}, kind, 0)
    if NoneType not in get_args(kind):
        raise RefusedError("example.given_missing", ("name", name))
    return None


def _argument(read: GivenReader, given: str | dict[str, str], kind: Any) -> object:  # noqa: ANN401
    if isinstance(given, str):
        return read.read(given, kind)
    if not has(kind):
        raise unknown_name("example.no_part", next(iter(given)), ())
    return read.parts(given, kind, 0)
