"""``xinfang assess -``: requests from standard input, answered line by line (流式评估)."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from datetime import date, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.jobs import in_order
from xinfang_core.cli.keys import chosen_key
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import opened, tell
from xinfang_core.cli.register import FAIL, MARK, refused_listing
from xinfang_core.codec import RefusedRow
from xinfang_core.codec.answers import Told
from xinfang_core.codec.lines import line_blocks
from xinfang_core.codec.requests import Terms, pinned_pack
from xinfang_core.codec.sizes import DEFAULT, known_size
from xinfang_core.codec.stream import Answered, Line, LineAnswers, lines_of
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    Batch = tuple[date, tuple[Line, ...]]

_ONLY_FILES = (
    *("column", "ignore_column", "only_known_columns", "header_row", "date_format"),
    *("records_at", "leave_out_totals", "show_values"),
)
"""Options that say how a register is read; a stream has our own keys."""


_ROWS, _REFUSED = "rows", "refused"
"""Counted beside the statuses of limits."""


def run(arguments: argparse.Namespace) -> bool:
    """Answer each line; whether something that ``--fail-on`` names was found.

    Raises:
        XinfangError: of the first line that cannot be read, where such a line ends it all.

    """
    _check_options(arguments)
    make = partial(_worker, terms_of(arguments))
    batches = _batches(line_blocks(_reader()))
    counted: Counter[str] = Counter()
    with (
        opened(arguments.output, wire=True) as stream,
        refused_listing(arguments.errors) as listed,
    ):
        answers = in_order(make, batches, arguments.jobs or 1)
        on_error = arguments.on_error or MARK
        lists = listed if on_error != MARK or arguments.errors else None
        kept = _kept(chain.from_iterable(answers), on_error, counted, lists)
        _write(stream, kept)
    facts = {"count": counted[_ROWS], "refused": counted[_REFUSED]}
    tell(render("cli.stream_ended", facts))
    return not counted.keys().isdisjoint(arguments.fail_on)


def terms_of(arguments: argparse.Namespace) -> Terms:
    """What the command line says for all requests.

    Raises:
        MisuseError: a reading without a policy.

    """
    if arguments.variant and arguments.policy is None:
        raise MisuseError(Fault("cli.policy_needed", path="--policy"))
    label, policies = None, {}
    if arguments.policy is not None:
        policy, pinned = chosen_policy(arguments.policy)
        policies = {policy.policy_id: policy}
        label = f"{policy.policy_id}@{pinned}" if pinned else policy.policy_id
        policy.with_variant(arguments.variant)
        if pinned:
            pinned_pack(policy, pinned, label)
    # A request may know more than the command line says; so its calendar knows all.
    every = argparse.Namespace(**{**vars(arguments), "known_on": None})
    return Terms(
        calendar=chosen_calendar(every),
        known_on=arguments.known_on,
        policy=label,
        variant=arguments.variant,
        policies=policies,
        as_of=arguments.as_of,
        allow_assumed=not arguments.no_assumed,
        size=known_size(arguments.size or DEFAULT),
        receipt=bool(arguments.receipts),
        key=chosen_key(arguments.key_file),
    )


def _check_options(arguments: argparse.Namespace) -> None:
    """Refuse what says nothing about a stream.

    Raises:
        MisuseError: an option that is for files, or another format.

    """
    if arguments.format != "jsonl":
        raise MisuseError(Fault("cli.stream_format", (("format", arguments.format),)))
    for option in _ONLY_FILES:
        if getattr(arguments, option):
            facts = (("option", f"--{option.replace('_', '-')}"),)
            raise MisuseError(Fault("cli.only_files", facts))


def _reader() -> Callable[[int], bytes]:
    """Reads what standard input has, without waiting for more.

    Raises:
        MisuseError: it is closed.

    """
    if sys.stdin is None:
        raise MisuseError(Fault("cli.no_input"))
    number = sys.stdin.fileno()
    # Some parents hand over a pipe that does not wait.
    os.set_blocking(number, True)

    def read(most: int) -> bytes:
        try:
            return os.read(number, most)
        except OSError as error:
            raise MisuseError(system_fault(error, "")) from None

    return read


def _batches(blocks: Iterator[tuple[Line, ...]]) -> Iterator[Batch]:
    """Lines, with the day on which they came: a stream may run for weeks."""
    for block in blocks:
        yield datetime.now(SHANGHAI).date(), block


def _worker(terms: Terms) -> Callable[[Batch], list[Answered]]:
    """What answers lines, in this process or another."""
    answers = LineAnswers(terms)

    def work(batch: Batch) -> list[Answered]:
        today, lines = batch
        return [answers.answer(line, today) for line in lines]

    return work


def _kept(
    answers: Iterator[Answered],
    on_error: str,
    counted: Counter[str],
    listed: Callable[[RefusedRow], None] | None,
) -> Iterator[Answered]:
    """The answers, and the errors in their place where they are wanted there."""
    for one in answers:
        counted.update((_ROWS, *one.statuses, *([_REFUSED] if one.error else [])))
        if one.error is not None and on_error == FAIL:
            raise one.error
        if one.error is not None and listed:
            listed(RefusedRow(one.row, one.line, one.case_no, one.error.faults))
        if one.error is None or on_error == MARK:
            yield one


def _write(stream: TextIO, answers: Iterator[Answered]) -> None:
    """Each line as soon as it is there: somebody may wait for it."""
    told = Told()
    for one in answers:
        stream.write(lines_of(told, [one]))
        stream.flush()
