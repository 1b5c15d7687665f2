"""The flow of a policy: every step once, lines from left to right, nothing over anything else."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from flows import CITED, PROXY, SMALL, steps
from rulebooks import LABELS, below, newest, plain, shipped
from xinfang_core.documents.blocks import Picture
from xinfang_core.documents.blocks import Table as Drawn
from xinfang_core.documents.rulebook.flow import flow
from xinfang_core.documents.rulebook.flow_layout import (
    HIGH,
    MARGIN,
    MARK,
    NAME,
    box_name,
    laid_out,
)
from xinfang_core.documents.rulebook.flow_svg import flow_svg
from xinfang_core.documents.rulebook.flow_tree import flow_trees, walked
from xinfang_core.drawing.svg_text import width
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Declared, EventKind

if TYPE_CHECKING:
    from xinfang_core.documents.rulebook.flow_layout import Box, Chart
    from xinfang_core.vocabulary import Step
    from xinfang_core.workflow import Params

K = EventKind


@st.composite
def _params(draw: st.DrawFn) -> Params:
    """The steps of any policy, circles among them."""
    kinds = st.sampled_from(list(EventKind))
    after = draw(st.dictionaries(kinds, kinds, max_size=25))
    some = st.lists(kinds, unique=True, max_size=8).map(tuple)
    return steps(after, draw(some), draw(some), draw(some))


def _apart(one: Box, other: Box) -> bool:
    """Whether two boxes have nothing in common."""
    beside = one.right < other.left or other.right < one.left
    return beside or abs(one.top - other.top) >= HIGH


def _hits(chart: Chart) -> list[tuple[str, str]]:
    """Lines that run through a box, by the names of their end and the box."""
    found = []
    for line in chart.lines:
        for box in chart.boxes:
            if box in {line.start, line.end}:
                continue
            across = box.left < line.turn < box.right
            down = line.start.middle < box.top + HIGH and box.top < line.end.middle
            level = box.top < line.end.middle < box.top + HIGH
            between = line.turn < box.right and box.left < line.end.left
            if (across and down) or (level and between):
                found.append((line.end.step.step.text(), box.step.step.text()))
    return found


class TestTrees:
    """What comes before what, as a policy lists it."""

    def test_every_step_stands_once(self) -> None:
        found = [one.step for one in walked(flow_trees(SMALL))]
        assert len(found) == len(set(found))
        assert set(found) == {
            *(K.receive, K.register, K.accept, K.extend, K.conclude, K.reply, K.deliver),
            *(K.evaluate, K.refute_delivery, K.write_off, K.archive, K.reopen),
        }

    def test_the_longest_way_comes_first(self) -> None:
        tree = flow_trees(SMALL)[0]
        assert tree.step is K.receive
        assert tree.depth == 5
        assert [one.step for one in tree.below[0].below] == [K.conclude, K.reply, K.extend]

    def test_marks_say_what_a_step_is(self) -> None:
        marks = {one.step: one.marks for one in walked(flow_trees(SMALL))}
        assert marks[K.receive] == ("起点",)
        assert marks[K.extend] == ("可重复",)
        assert marks[K.write_off] == ("收尾",)
        assert marks[K.accept] == ()

    def test_a_step_that_another_policy_lists_is_marked_so(self) -> None:
        (tree,) = flow_trees(steps({K.archive: K.conclude}))
        assert tree.marks == ("他处规定",)
        assert tree.below[0].marks == ()

    def test_steps_that_wait_for_one_another_stand_once_each(self) -> None:
        (tree,) = flow_trees(steps({K.reply: K.conclude, K.conclude: K.reply}))
        assert tree.depth == 2
        assert {one.step for one in walked([tree])} == {K.conclude, K.reply}

    @given(params=_params())
    def test_no_step_is_lost_or_doubled(self, params: Params) -> None:
        found = [one.step for one in walked(flow_trees(params))]
        after = {kind: cell.value for kind, cell in params.after.cells.items()}
        wanted = {kind for kind, one in after.items() if isinstance(one, EventKind)}
        wanted |= {one for one in after.values() if isinstance(one, EventKind)}
        assert len(found) == len(set(found))
        assert set(found) == wanted | {*params.opening.values}


class TestLayout:
    """Boxes have room for their words and keep apart; no line runs through one."""

    @given(params=_params())
    def test_nothing_lies_over_anything_else(self, params: Params) -> None:
        chart = laid_out(flow_trees(params), MARGIN, 30)
        assert all(_apart(*pair) for pair in combinations(chart.boxes, 2))
        assert not _hits(chart)

    @given(params=_params())
    def test_every_box_has_room_for_its_words_and_lies_in_the_picture(self, params: Params) -> None:
        chart = laid_out(flow_trees(params), MARGIN, 30)
        for box in chart.boxes:
            assert width(box_name(box.step), NAME) < box.wide
            assert width("·".join(box.step.marks), MARK) < box.wide
            assert box.left >= MARGIN
            assert box.right <= chart.wide - MARGIN
            assert box.top + HIGH <= chart.high - MARGIN

    def test_steps_that_stand_by_themselves_begin_new_rows(self) -> None:
        chart = laid_out(flow_trees(steps({}, opening=tuple(EventKind))), MARGIN, 30)
        assert len({box.top for box in chart.boxes}) > 1
        assert chart.wide < 1000

    def test_a_name_longer_than_any_box_is_cut_in_the_picture_alone(self) -> None:
        long = Declared("long", "联合" * 25_000)
        cells: dict[Step, Sourced[Step]] = {**SMALL.after.cells, long: Sourced(K.accept, CITED)}
        trees = flow_trees(evolve(SMALL, after=Table(cells)))
        svg = flow_svg(trees, "key", "题", "述")
        assert f"{long.text()[:13]}…</text>" in svg
        assert laid_out(trees, MARGIN, 30).wide < 1400

    @pytest.mark.parametrize("label", LABELS)
    def test_the_shipped_flows_fit_on_a_page(self, label: str) -> None:
        picture = next(one for one in below(shipped(label), "-flow") if isinstance(one, Picture))
        assert int(fromstring(picture.svg).get("width", "")) < 1000  # noqa: S314 - our own


class TestPicture:
    """What is drawn is well formed, and told to whoever cannot see it."""

    def test_every_step_is_written_in_it(self) -> None:
        svg = flow_svg(flow_trees(SMALL), "key", "题", "述")
        words = "".join(fromstring(svg).itertext())  # noqa: S314 - our own
        assert all(one.step.text() in words for one in walked(flow_trees(SMALL)))
        assert "双线：收尾" in words

    def test_its_identifiers_begin_with_the_key(self) -> None:
        svg = flow_svg(flow_trees(PROXY), "key", "题<", "述")
        assert 'id="key-title">题&lt;<' in svg
        assert 'aria-describedby="key-desc"' in svg

    def test_without_steps_that_stand_alone_none_are_announced(self) -> None:
        assert "前后都不要求" not in flow_svg(flow_trees(PROXY), "key", "题", "述")
        assert "前后都不要求" in flow_svg(flow_trees(SMALL), "key", "题", "述")

    def test_a_table_tells_the_same(self) -> None:
        picture = next(one for one in flow(newest("national")) if isinstance(one, Picture))
        (table,) = picture.instead
        assert isinstance(table, Drawn)
        rows = {row[0]: [plain(cell) for cell in row[1:]] for row in table.rows}
        assert rows["申请复查"] == ["答复", "可重复", "第三十五条", "解释"]
        assert rows["登记"][:2] == ["", "起点"]
        assert "答复之后才可以申请复查、送达、评价、重新办理" in picture.told

    def test_a_step_of_another_policy_is_not_cited_in_the_table(self) -> None:
        picture = next(one for one in flow(newest("online-proxy")) if isinstance(one, Picture))
        (table,) = picture.instead
        assert isinstance(table, Drawn)
        assert next(row for row in table.rows if row[0] == "办结")[1:] == ("", "他处规定", "", "")

    def test_a_policy_without_steps_has_no_flow(self) -> None:
        edition = newest("gongshu")
        others = {name: one for name, one in edition.params.items() if name != "workflow"}
        assert flow(evolve(edition, params=others)) == ()
        assert flow(evolve(edition, params={**others, "workflow": steps({})})) == ()
