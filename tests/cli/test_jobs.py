"""Work in several processes: nothing lost, nothing reordered, and nothing left behind."""

from __future__ import annotations

import signal
import time
from functools import partial
from itertools import count, islice
from multiprocessing import Pipe, active_children
from typing import TYPE_CHECKING

import pytest

from working import broken, doubling, failing, killed
from xinfang_core.cli.jobs import Done, WorkerDefectError, in_order, work_in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches(jobs: int) -> None:
    found = in_order(partial(doubling, 1), iter(range(20)), jobs)
    assert [*found] == [2 * number for number in range(20)]
    assert not active_children()


def test_no_batch_at_all() -> None:
    assert [*in_order(doubling, iter(()), 2)] == []


def test_a_result_does_not_wait_for_the_next_batch() -> None:
    waiting: list[str] = []

    def batches() -> Iterator[int]:
        yield 1
        while not waiting:  # until the first result was seen
            time.sleep(0.01)
        yield 2

    results = in_order(doubling, batches(), 2)
    assert next(results) == 2
    waiting.append("seen")
    assert [*results] == [4]


def test_endless_work_can_be_left() -> None:
    results = in_order(doubling, count(), 2)
    assert [*islice(results, 5)] == [0, 2, 4, 6, 8]
    results.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_a_defect_of_a_worker_shows_no_data() -> None:
    results = in_order(failing, iter(range(9)), 2)
    with pytest.raises(WorkerDefectError, match=r"^KeyError fail:\d+$") as caught:
        list(results)
    assert caught.value.where.startswith("KeyError")
    assert not active_children()


@pytest.mark.parametrize("make", [killed, broken])
def test_a_worker_that_is_gone_is_noticed(make: Callable[[], Callable[[int], int]]) -> None:
    with pytest.raises(WorkerDefectError):
        [*in_order(make, iter(range(9)), 2)]
    assert not active_children()


def test_what_goes_wrong_with_reading_is_raised_after_what_was_read() -> None:
    def batches() -> Iterator[int]:
        yield 1
        raise OSError(5, "gone")

    results = in_order(doubling, batches(), 2)
    assert next(results) == 2
    with pytest.raises(OSError, match="gone"):
        next(results)


@pytest.fixture
def _sigint() -> Iterator[None]:
    """Whatever answers Ctrl-C now answers it afterwards."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_sigint")
class TestAWorker:
    """What happens in the process of a worker."""

    def test_it_works_until_there_is_no_more(self) -> None:
        ours, theirs = Pipe()
        for given in (Done(1), Done(2), None):
            ours.send(given)
        work_in_turn(doubling, theirs)
        assert [ours.recv() for _ in range(3)] == [Done(2), Done(4), None]
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

    def test_it_ends_where_nobody_wants_more(self) -> None:
        ours, theirs = Pipe()
        ours.send(Done(1))
        ours.close()
        work_in_turn(doubling, theirs)

    def test_it_says_where_it_failed_and_not_at_what(self) -> None:
        ours, theirs = Pipe()
        ours.send(Done(3))
        work_in_turn(failing, theirs)
        assert "a secret" not in ours.recv()
