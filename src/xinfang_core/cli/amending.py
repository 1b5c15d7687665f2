"""``xinfang policy new``, ``clause`` and ``set``: a version of a notice (照通知改办法)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from xinfang_core.change.amending import amended, check_unpublished
from xinfang_core.change.edits import ClauseEdit, VariantEdit
from xinfang_core.change.pointing import pointed, typed_value
from xinfang_core.change.renewing import NewHead, first_day, newest_first, renewed
from xinfang_core.change.telling import told
from xinfang_core.cli import from_scratch
from xinfang_core.cli.choice import is_own, laid_beneath
from xinfang_core.cli.output import opened
from xinfang_core.cli.taking import day, line_of_text
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy import load_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.files import policy_of_files, policy_texts, shipped_texts
from xinfang_core.refusals import RefusedError, system_fault
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Basis, OpenCases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.change.editing import AnyEdit
    from xinfang_core.policy import Edition, Policy


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands that write policy files, among those of ``xinfang policy``."""
    _add_new(commands.add_parser("new", help="照通知新建一个版本，或者一问一答写出初稿"))
    _add_clause(commands.add_parser("clause", help="加上通知的一条"))
    _add_confirm(commands.add_parser("confirm", help="变体经核对，在新版本中照旧"))
    _add_set(commands.add_parser("set", help="照通知改一项取值"))


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_new)
    parser.add_argument(
        "folder",
        metavar="办法",
        help="接着它写的办法：编号、文件或者文件夹；从头写起的，放办法文件的文件夹",
    )
    parser.add_argument("--effective", type=day, metavar="日期", help="新版本的施行日")
    parser.add_argument(
        "--notice", type=line_of_text, metavar="名称", help="作出改动的文件，如某某通知"
    )
    parser.add_argument("--output", metavar="文件夹", help="放全部版本的文件夹，没有的建一个")
    told = "、".join(f"{one.name} {one.value}" for one in OpenCases)
    parser.add_argument(
        "--open-cases",
        choices=tuple(OpenCases.__members__),
        default=OpenCases.keep.name,
        metavar="衔接",
        help=f"施行时在办的事项：{told}；缺省为前者",
    )
    parser.add_argument(
        "--switch-on", type=day, metavar="日期", help="在办的从哪一天起改用，缺省为施行日"
    )
    parser.add_argument("--from-scratch", action="store_true", help="从头写起，逐项提问")
    parser.add_argument("--answers", metavar="文件", help="答案已写在文件里，一行一个，不再提问")


def _add_clause(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_clause)
    _add_file(parser)
    parser.add_argument("clause", type=line_of_text, metavar="编号", help="条款编号")
    parser.add_argument("--locator", type=line_of_text, metavar="位置", help="如 第二条")
    parser.add_argument("--text", type=line_of_text, metavar="转述", help="自己的话，不是原文")
    parser.add_argument(
        "--source", type=line_of_text, metavar="名称", help="出自哪份文件，缺省为本版本的通知"
    )
    parser.add_argument(
        "--encoded-by",
        action="append",
        metavar="路径",
        help="由哪条规则或者哪项取值落实，可重复；用 policy set 引用它的，自动写上",
    )
    parser.add_argument(
        "--set-aside", type=line_of_text, metavar="理由", help="没有取值落实它的，为什么"
    )


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_set)
    _add_file(parser)
    parser.add_argument("target", metavar="路径", help="如 reply_deadline.limit，见 policy show")
    parser.add_argument("picks", nargs="*", metavar="键=名称", help="哪一行，如 reply_kind=general")
    parser.add_argument(
        "--value", required=True, metavar="取值", help="数、名称；none 没有，silent 原文没有说"
    )
    parser.add_argument("--unit", metavar="单位", help="如 working_day；不写的照旧")
    parser.add_argument("--clause", required=True, metavar="编号", help="依据哪一条")
    parser.add_argument("--phrase", default="", metavar="短语", help="原文中带这个数的几个字")
    parser.add_argument(
        "--basis",
        choices=[text for one in Basis for text in (one.name, one.value)],
        default=Basis.stated.name,
        metavar="依据",
        help=f"{'、'.join(f'{one.name} {one.value}' for one in Basis)}；缺省为前者",
    )
    parser.add_argument("--note", default="", metavar="说明", help="不是原文载明的，必须写")
    parser.add_argument("--variant", default="", metavar="变体", help="改变体中的取值")


def _add_confirm(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=run_confirm)
    _add_file(parser)
    parser.add_argument("variant", metavar="变体", help="变体的名称")


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="文件", help="办法文件；文件夹则为其中最新的版本")
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写文件")


@frozen
class _Target:
    """The file that is to be changed, among the files of its policy.

    Attributes:
        path: the file.
        texts: the text of each file of the policy, by name.
        first: whether the policy has no earlier edition.
        beneath: the policy that the file fills in, where it is laid over one.

    """

    path: Path
    texts: Mapping[str, str]
    first: bool
    beneath: Policy | None

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.texts[self.path.name]

    def policy(self, text: str) -> Policy:
        """The policy as it reads with another text of the file."""
        return policy_of_files({**self.texts, self.path.name: text}, self.beneath)


def _target(named: str) -> _Target:
    """The file that a command line names; of a folder the newest edition's.

    Raises:
        PolicyDataError: the policy does not read as it is.

    """
    beneath, last = laid_beneath(named)
    path = Path(last)
    texts = policy_texts(path)
    policy_of_files(texts, beneath)
    file = path / newest_first(texts)[0] if path.is_dir() else path
    own = first_day(texts[file.name], file.name)
    first = all(first_day(text, name) >= own for name, text in texts.items())
    return _Target(file, texts, first, beneath)


def run_new(arguments: argparse.Namespace) -> bool:
    """The next version of a policy in a folder, with all that were before; or a first draft.

    Raises:
        MisuseError: no way to begin is named, a day that is not later than the newest edition's,
            or a file that is there already.

    """
    named = (arguments.effective, arguments.notice, arguments.output)
    if arguments.from_scratch:
        if any(named):
            raise MisuseError(Fault("change.new_or_scratch"))
        return from_scratch.run_new(arguments)
    if not all(named):
        raise MisuseError(Fault("skeleton.from_what"))
    beneath, last = laid_beneath(arguments.folder)
    texts = policy_texts(Path(last)) if is_own(last) else shipped_texts(_shipped(last))
    before = policy_of_files(texts, beneath).editions[0]
    newest = newest_first(texts)[0]
    added = f"{arguments.effective}.toml"
    text = renewed(texts[newest], newest, _head(arguments))
    folder = Path(arguments.output)
    texts = {**_missing(folder, texts, added), added: text}
    policy = policy_of_files({**_there(folder), **texts}, beneath)
    _write_all(folder, texts)
    facts = {"label": policy.editions[0].label, "before": before.label, "folder": folder}
    told_lines = [render("change.written", {"path": folder / name}) for name in texts]
    say([*told_lines, *told_cautions(policy), render("change.next", facts)])
    return False


def _shipped(name: str) -> str:
    """The id of a policy that comes with the library.

    Raises:
        UnknownNameError: there is none of that name; says which there are.

    """
    return load_policy(name).policy_id


def _head(arguments: argparse.Namespace) -> NewHead:
    """What the head of the new version says.

    Raises:
        MisuseError: a day of switching for cases that do not switch.

    """
    chosen = OpenCases[arguments.open_cases]
    if arguments.switch_on and chosen is not OpenCases.switch:
        raise MisuseError(Fault("change.keeps"))
    return NewHead(arguments.effective, arguments.notice, chosen, arguments.switch_on)


def _there(folder: Path) -> dict[str, str]:
    """The policy files that a folder has already."""
    return policy_texts(folder) if any(folder.glob("*.toml")) else {}


def _missing(folder: Path, texts: Mapping[str, str], added: str) -> dict[str, str]:
    """The files that a folder does not have yet.

    Raises:
        MisuseError: it has one of that name that says something else, or the new one.

    """
    if folder.exists() and not folder.is_dir():
        raise MisuseError(Fault("cli.not_folder", file=str(folder)))
    there = _there(folder)
    other = [name for name in there if name in texts and there[name] != texts[name]]
    faults = [Fault("change.other_file", (("name", name),)) for name in other]
    if added in there:
        faults.append(Fault("skeleton.exists", (("name", added),)))
    if faults:
        raise MisuseError(*faults)
    return {name: text for name, text in texts.items() if name not in there}


def _write_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Write files that are not there yet, all or none."""
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            with opened(str(folder / name), wire=True) as stream:
                stream.write(text)
            written.append(folder / name)
    except OSError as error:
        raise MisuseError(system_fault(error, str(folder), "file.unwritable")) from None
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise


def run_clause(arguments: argparse.Namespace) -> bool:
    """Add a clause of the notice, or write one of its clauses differently."""
    target = _target(arguments.path)
    if arguments.encoded_by and arguments.set_aside:
        raise MisuseError(Fault("change.both"))
    edition = _edition(target.policy(target.text), target.path.name)
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
    edition = _edition(target.policy(target.text), target.path.name)
    if edition.effective is None:
        raise MisuseError(Fault("change.undated", file=target.path.name))
    edit = VariantEdit(arguments.variant, confirmed=edition.effective)
    return _finish(arguments, target, [edit])


def _finish(arguments: argparse.Namespace, target: _Target, edits: Iterable[AnyEdit]) -> bool:
    """Write the changed file, if it reads, and say what is another one now."""
    file = target.path.name
    check_unpublished(target.text, file)
    text = amended(target.text, file, edits, first=target.first)
    if text == target.text:
        say([render("change.nothing", {})])
        return False
    policy = target.policy(text)
    before, after = _edition(target.policy(target.text), file), _edition(policy, file)
    changes = [*told(before, after, text)]
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
    """What to look at before a changed policy takes force."""
    from xinfang_core.calendar import mainland_calendar

    for one in cautions(policy, mainland_calendar().settled_through):
        yield f"{one.severity.text()}：{one.reason.text()}"


def say(found: Iterable[str]) -> None:
    """Lines for people."""
    with opened(None, wire=False) as stream:
        stream.writelines(f"{line}\n" for line in found)
