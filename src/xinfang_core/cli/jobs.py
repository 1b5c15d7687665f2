"""Work in several processes (多进程): results come in the order of the batches.

Batches go round: each worker has its turn to be given one, and its turn to hand over the result.
So nothing has to be sorted, and whoever is slow holds the others back instead of filling memory.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from itertools import cycle
from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen

from xinfang_core.errors import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Batch = TypeVar("Batch")
Result = TypeVar("Result")


class WorkerDefectError(Exception):
    """A defect of ours in a worker (工作进程缺陷); says where it was, and shows no data."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@frozen
class Done(Generic[Result]):
    """A result; as an object, so that nothing else is mistaken for one."""

    result: Result


def in_order(
    make: Callable[[], Callable[[Batch], Result]], batches: Iterable[Batch], jobs: int
) -> Iterator[Result]:
    """What the work makes of each batch, in their order.

    Args:
        make: makes what does the work; called once in each process.
        batches: read in a thread of its own, so that no result waits for the next batch.
        jobs: how many processes; 1: this one, batch by batch.

    Raises:
        WorkerDefectError: a worker failed, or was ended by somebody.

    """
    if jobs == 1:
        yield from map(make(), batches)
        return
    with _workers(make, jobs) as ends:
        wrong: list[Exception] = []
        Thread(target=_feed, args=(batches, ends, wrong), daemon=True).start()
        turns = cycle(ends)
        while (found := _received(next(turns))) is not None:
            yield found.result
        if wrong:
            raise wrong[0]


@contextmanager
def _workers(
    make: Callable[[], Callable[[Any], Any]], jobs: int
) -> Iterator[tuple[Connection, ...]]:
    """The ends by which workers are spoken to; they are gone afterwards, come what may."""
    # A fork of a process with threads may stand still for ever.
    context = get_context("spawn")
    ends: list[Connection] = []
    workers: list[SpawnProcess] = []
    try:
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            worker = context.Process(target=work_in_turn, args=(make, theirs), daemon=True)
            worker.start()
            theirs.close()
            ends.append(ours)
            workers.append(worker)
        yield tuple(ends)
    finally:
        for end in ends:
            end.close()
        for worker in workers:
            worker.terminate()
            worker.join()


def _feed(batches: Iterable[object], ends: Iterable[Connection], wrong: list[Exception]) -> None:
    """Give each worker in its turn a batch; at last tell all that there are no more."""
    turns = cycle(ends)
    try:
        for batch in batches:
            if not _sent(next(turns), Done(batch)):
                return
    except Exception as error:  # noqa: BLE001 - raised where the results are read
        wrong.append(error)
    for end in ends:
        _sent(end, None)


def _sent(end: Connection, item: object) -> bool:
    """Whether a worker was there to take it; if not, whoever waits for its result says why."""
    try:
        end.send(item)
    except (OSError, ValueError):
        return False
    return True


def _received(end: Connection) -> Done[Any] | None:
    try:
        found = end.recv()
    except (EOFError, OSError):
        raise WorkerDefectError("EOFError") from None
    if isinstance(found, str):
        raise WorkerDefectError(found)
    return found  # type: ignore[no-any-return]


def work_in_turn(make: Callable[[], Callable[[Any], Any]], end: Connection) -> None:
    """Do the work of one process until there is no more, or nobody who wants it."""
    # Ctrl-C goes to every process of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        try:
            work = make()
            while (given := end.recv()) is not None:
                end.send(Done(work(given.result)))
            end.send(None)
        except (EOFError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - the edge of this process: show no data
            end.send(place_of(error))
