"""The next edition of a policy: its head changes, everything else is carried over."""

from __future__ import annotations

from datetime import date

import pytest

from policy_texts import FILLING, SAMPLE, SAMPLE_FILE
from xinfang_core.change.renewing import NewHead, first_day, newest_first, renewed
from xinfang_core.errors import MisuseError
from xinfang_core.policy.files import policy_of, policy_of_files, shipped_texts
from xinfang_core.vocabulary import OpenCases

DAY = date(2027, 3, 1)
NOTICE = "关于调整“时限”的通知"


def test_the_head_changes_and_nothing_else() -> None:
    text = renewed(SAMPLE, SAMPLE_FILE, NewHead(DAY, NOTICE))
    comment, *rest = text.splitlines()
    assert comment.startswith(
        "# 《关于调整“时限”的通知》：自 2027-03-01 起施行，承接 2024-03-01.toml"
    )
    before = SAMPLE.splitlines()
    assert [line for line in rest if line not in before] == [
        f'notice = "{NOTICE}"',
        "effective = 2027-03-01",
        f'transition = "2027-03-01起登记的事项依《{NOTICE}》适用本版本，此前的适用原版本"',
    ]
    edition = policy_of(text, "2027-03-01.toml").editions[0]
    assert (edition.effective, edition.notice) == (DAY, NOTICE)
    assert edition.params == policy_of(SAMPLE, SAMPLE_FILE).editions[0].params


def test_a_mark_and_the_ends_of_lines_stay() -> None:
    crlf = "\ufeff" + SAMPLE.replace("\n", "\r\n")
    found = renewed(crlf, SAMPLE_FILE, NewHead(DAY, NOTICE))
    assert found == "\ufeff" + renewed(SAMPLE, SAMPLE_FILE, NewHead(DAY, NOTICE)).replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize("policy_id", ["national", "online-proxy", "gongshu"])
def test_of_a_shipped_policy(policy_id: str) -> None:
    texts = shipped_texts(policy_id)
    newest = newest_first(texts)[0]
    text = renewed(texts[newest], newest, NewHead(DAY, NOTICE))
    policy = policy_of_files({**texts, "2027-03-01.toml": text})
    assert policy.editions[0].label == f"{policy_id}@2027-03-01"
    assert len(policy.editions) == len(texts) + 1


def test_of_a_file_that_fills_in_another() -> None:
    text = FILLING + '\n[copied_notice.measure]\nvalue = "overdue_working_days"\nclause = "补1"\n'
    text += 'basis = "assumed"\nnote = "示例"\n'
    again = renewed(text, "undated.toml", NewHead(DAY, NOTICE))
    policy = policy_of_files({"undated.toml": text, "2027-03-01.toml": again})
    assert policy.editions[0].label == "gongshu@undated+mouqu@2027-03-01"
    assert policy.editions[0].notice == NOTICE


def test_another_notice_takes_the_place_of_the_one_before() -> None:
    text = renewed(SAMPLE, SAMPLE_FILE, NewHead(DAY, NOTICE))
    again = renewed(text, "2027-03-01.toml", NewHead(date(2028, 1, 1), "又一通知"))
    assert again.count("notice = ") == 1
    assert 'notice = "又一通知"' in again


def test_a_transition_with_parts_is_kept_as_it_was_by_default() -> None:
    head = 'transition = { open_cases = "switch", switch_on = 2024-04-01, text = "改用" }'
    text = SAMPLE.replace('transition = "自该日起登记的适用"', head)
    found = renewed(text, SAMPLE_FILE, NewHead(DAY, NOTICE))
    assert 'transition = { open_cases = "keep", text = "2027-03-01起' in found
    table = SAMPLE.replace('transition = "自该日起登记的适用"\n', "").replace(
        "\n[[clause]]", '\n[policy.transition]\ntext = "改用"\n\n[[clause]]', 1
    )
    found = renewed(table, SAMPLE_FILE, NewHead(DAY, NOTICE))
    assert '[policy.transition]\nopen_cases = "keep"\ntext = "2027-03-01起' in found


@pytest.mark.parametrize(
    ("switch_on", "written"),
    [
        (None, 'transition = { open_cases = "switch", text = "'),
        (date(2027, 4, 1), 'transition = { open_cases = "switch", switch_on = 2027-04-01, text'),
    ],
)
def test_open_cases_may_switch(switch_on: date | None, written: str) -> None:
    head = NewHead(DAY, NOTICE, OpenCases.switch, switch_on)
    text = renewed(SAMPLE, SAMPLE_FILE, head)
    assert written in text
    transition = policy_of(text, "2027-03-01.toml").editions[0].transition
    assert transition.switch_on == (switch_on or DAY)
    day = switch_on or DAY
    assert transition.text == (
        f"2027-03-01起登记的事项依《{NOTICE}》适用本版本，此前登记而在办的自{day}起改用本版本"
    )
    again = renewed(text, "2027-03-01.toml", NewHead(date(2028, 1, 1), "又一通知"))
    transition = policy_of(again, "2028-01-01.toml").editions[0].transition
    assert (transition.open_cases, transition.switch_on) == (OpenCases.keep, None)


@pytest.mark.parametrize("day", [date(2024, 3, 1), date(2024, 2, 29)])
def test_it_takes_force_later(day: date) -> None:
    with pytest.raises(MisuseError) as raised:
        renewed(SAMPLE, SAMPLE_FILE, NewHead(day, NOTICE))
    assert raised.value.text() == (
        f"2024-03-01.toml: 施行日 {day} 不晚于现有的最新版本（2024-03-01）；新版本须在其后施行"
    )


def test_the_newest_comes_first() -> None:
    texts = {"a.toml": 'policy = { effective = "undated" }', "b.toml": SAMPLE, "c.toml": "x = 1"}
    assert newest_first(texts) == ["b.toml", "a.toml", "c.toml"]
    assert first_day("policy = 1", "x") == ""
