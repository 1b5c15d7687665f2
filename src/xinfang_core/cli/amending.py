"""``xinfang policy clause``, ``set`` and ``confirm``: what a notice changes (照通知改办法)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from xinfang_core.change.amending import amended, check_unpublished
from xinfang_core.change.edits import ClauseEdit, VariantEdit
from xinfang_core.change.pointing import pointed, typed_value
from xinfang_core.change.renewing import first_day, newest_first
from xinfang_core.change.telling import told
from xinfang_core.cli.choice import is_own, laid_beneath
from xinfang_core.cli.notices import settled_through
from xinfang_core.cli.output import opened
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy import policy_ids
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.files import policy_of_files, policy_texts
from xinfang_core.refusals import RefusedError
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.change.editing import AnyEdit
    from xinfang_core.policy import Edition, Policy


@frozen
class _Target:
    """The file that is to be changed, among the files of its policy.

    Attributes:
        path: the file.
        texts: the text of each file of the policy, by name.
        first: whether the policy has no earlier edition.
        beneath: the policy that the file fills in, where it is laid over one.
        before: the policy as it reads now.

    """

    path: Path
    texts: Mapping[str, str]
    first: bool
    beneath: Policy | None
    before: Policy

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.texts[self.path.name]

    @property
    def edition(self) -> Edition:
        """The newest edition that the file makes now."""
        return _edition(self.before, self.path.name)

    def policy(self, text: str) -> Policy:
        """The policy as it reads with another text of the file."""
        return policy_of_files({**self.texts, self.path.name: text}, self.beneath)


def _target(named: str) -> _Target:
    """The file that a command line names; of a folder the newest edition's.

    Raises:
        PolicyDataError: the policy does not read as it is.
        MisuseError: a policy that comes with the library.

    """
    beneath, last = laid_beneath(named)
    if not is_own(last) and last in policy_ids():
        raise MisuseError(Fault("change.shipped", (("policy", last),), path=named))
    path = Path(last)
    texts = policy_texts(path)
    before = policy_of_files(texts, beneath)
    file = path / newest_first(texts)[0] if path.is_dir() else path
    own = first_day(texts[file.name], file.name)
    first = all(first_day(text, name) >= own for name, text in texts.items())
    return _Target(file, texts, first, beneath, before)


def run_clause(arguments: argparse.Namespace) -> bool:
    """Add a clause of the notice, or write one of its clauses differently."""
    target = _target(arguments.path)
    if arguments.encoded_by and arguments.set_aside:
        raise MisuseError(Fault("change.both"))
    edition = target.edition
    edit = ClauseEdit(
        arguments.clause,
        arguments.locator,
        arguments.text,
        source=arguments.source,
        encoded_by=tuple(arguments.encoded_by) if arguments.encoded_by else None,
        set_aside=arguments.set_aside,
    )
    known = next((one for one in edition.clauses if one.clause_id == arguments.clause), None)
    if known is None:
        edit = _added(edit, edition)
    elif known.since is None or known.since != edition.effective:
        raise MisuseError(Fault("change.clause_there", (("found", arguments.clause),)))
    elif edit.encoded_by or edit.set_aside:
        edit = evolve(edit, encoded_by=edit.encoded_by or (), set_aside=edit.set_aside or "")
    return _finish(arguments, target, [edit])


def _added(edit: ClauseEdit, edition: Edition) -> ClauseEdit:
    """A clause that is new: of the notice, from the edition's first day on."""
    if edit.locator is None or edit.text is None:
        raise MisuseError(Fault("change.clause_lacks"))
    aside = "" if edit.encoded_by else edit.set_aside or render("change.to_carry_out", {})
    source = edit.source or edition.notice
    return evolve(edit, since=edition.effective, set_aside=aside, source=source)


def run_set(arguments: argparse.Namespace) -> bool:
    """Change a value; it cites a clause of the notice, which then says what it carries out."""
    target = _target(arguments.path)
    file = target.path.name
    data = read_toml(target.text, file).data
    try:
        edit = pointed(data, arguments.target, arguments.picks, arguments.variant)
        parts = typed_value(data, edit, arguments.value)
    except RefusedError as refused:
        raise MisuseError(Fault(refused.code, refused.facts, file, path=arguments.target)) from None
    parts |= {"unit": arguments.unit} if arguments.unit else {}
    cited = {name: getattr(arguments, name) for name in ("clause", "phrase", "basis", "note")}
    edit = evolve(edit, parts={**parts, **cited, "misprint": ""})
    return _finish(arguments, target, [edit])


def run_confirm(arguments: argparse.Namespace) -> bool:
    """Say of a variant that it holds beside the version's changed values."""
    target = _target(arguments.path)
    day = target.edition.effective
    if day is None:
        raise MisuseError(Fault("change.undated", file=target.path.name))
    edits = [VariantEdit(name, confirmed=day) for name in arguments.variants]
    return _finish(arguments, target, edits)


def _finish(arguments: argparse.Namespace, target: _Target, edits: Iterable[AnyEdit]) -> bool:
    """Write the changed file, if it reads, and say what is another one now."""
    file = target.path.name
    check_unpublished(target.text, file)
    text = amended(target.text, file, edits, first=target.first)
    if text == target.text:
        say([render("change.nothing", {})])
        return False
    policy = target.policy(text)
    changes = [*told(target.edition, _edition(policy, file), text)]
    if arguments.dry_run:
        say([*changes, *told_cautions(policy), render("change.dry_run", {})])
        return False
    with opened(str(target.path), wire=True) as stream:
        stream.write(text)
    written = render("change.written", {"path": target.path})
    say([*changes, written, *told_cautions(policy)])
    return False


def _edition(policy: Policy, file: str) -> Edition:
    """The newest edition that a file makes."""
    return next(edition for edition in policy.editions if edition.file == file)


def told_cautions(policy: Policy) -> Iterator[str]:
    """What to look at before the policy takes force."""
    for one in cautions(policy, settled_through()):
        yield f"{one.severity.text()}：{one.reason.text()}"


def say(found: Iterable[str]) -> None:
    """Print lines for a person."""
    with opened(None, wire=False) as stream:
        stream.writelines(f"{line}\n" for line in found)
