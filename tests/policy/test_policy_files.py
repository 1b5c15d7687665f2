"""Policies from files and folders: dated by their names, each day once, one policy a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_texts import SAMPLE, complaint, spoiled, written
from xinfang_core.errors import UnknownNameError
from xinfang_core.policy import load_policy, policy_ids, read_policy

LATER = spoiled(("effective = 2024-03-01", "effective = 2025-01-01"))
NATIONAL = load_policy("national")
LOCAL = ("gongshu", "jiuyuan", "online-proxy", "qiaocheng", "yubei")
THERE = "、".join(("national", *LOCAL))
UNDATED = spoiled(("effective = 2024-03-01", 'effective = "undated"'))


class TestNames:
    """A policy that there is not is answered with those that there are."""

    def test_the_national_one_comes_first(self) -> None:
        assert policy_ids() == ("national", *LOCAL)
        assert sorted(LOCAL) == list(LOCAL)

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("natonal", f"没有名为“natonal”的办法，是否为“national”？现有：{THERE}"),
            ("gongshou", f"没有名为“gongshou”的办法，是否为“gongshu”？现有：{THERE}"),
            ("x", f"没有名为“x”的办法，现有：{THERE}"),
            ("", f"没有名为“”的办法，现有：{THERE}"),
            ("../policies/national", f"没有名为“../policies/national”的办法，现有：{THERE}"),
        ],
    )
    def test_an_unknown_policy(self, name: str, wanted: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            load_policy(name)
        assert caught.value.text() == wanted
        assert caught.value.text("en").endswith(THERE.replace("、", ", "))

    @pytest.mark.parametrize("name", ["national", *LOCAL])
    def test_a_policy_that_comes_with_the_library_is_read_once(self, name: str) -> None:
        assert load_policy(name) is load_policy(name)

    @pytest.mark.parametrize("name", LOCAL)
    def test_the_national_one_beneath_is_the_same_for_all(self, name: str) -> None:
        assert load_policy(name).national is NATIONAL.editions

    def test_a_variant_leaves_the_policy_as_it_was(self) -> None:
        policy = load_policy("online-proxy")
        other = policy.with_variant("calendar_days")
        assert load_policy("online-proxy") is policy
        assert (policy.variant, other.variant) == (None, "calendar_days")


class TestFolders:
    """A folder holds the dated files of one policy, a single file is a policy of one edition."""

    def test_the_newest_edition_comes_first_and_undated_last(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE, f2025_01_01=LATER, undated=UNDATED)
        (folder / "README.md").write_text("not a policy")
        assert [edition.label for edition in read_policy(folder).editions] == [
            "sample@2025-01-01",
            "sample@2024-03-01",
            "sample@undated",
        ]

    def test_a_file_with_a_name_of_its_own(self, tmp_path: Path) -> None:
        written(tmp_path, 试行=SAMPLE)
        assert [one.file for one in read_policy(tmp_path / "试行.toml").editions] == ["试行.toml"]

    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_a_byte_order_mark_and_crlf_are_no_fault(self, tmp_path: Path, mark: str) -> None:
        written(tmp_path, f2024_03_01=(mark + SAMPLE.replace("\n", "\r\n")).encode())
        assert read_policy(tmp_path / "2024-03-01.toml").policy_id == "sample"

    def test_a_local_policy_lies_over_the_national_one(self, tmp_path: Path) -> None:
        policy = read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE))
        assert policy.national == load_policy("national").editions

    def test_a_national_one_lies_over_none(self, tmp_path: Path) -> None:
        text = spoiled(('id = "sample"', 'id = "national"'))
        policy = read_policy(written(tmp_path / "p", f2024_03_01=text))
        assert policy.national == ()


class TestFolderFaults:
    """Files that contradict each other or their names are refused, all of them at once."""

    def test_a_file_named_by_another_day(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", f2024_04_01=SAMPLE)
        assert complaint(folder) == (
            "2024-04-01.toml:4:13: policy.effective: "
            "文件名为 2024-04-01，而施行日为 2024-03-01，两者须一致"
        )

    @pytest.mark.parametrize(
        ("file", "text", "wanted"),
        [
            ("undated", SAMPLE, "文件名为 undated，而施行日为 2024-03-01，两者须一致"),
            ("f2024-03-01", UNDATED, "文件名为 2024-03-01，而施行日为 undated，两者须一致"),
            ("f2024-3-1", SAMPLE, "文件名为 2024-3-1，而施行日为 2024-03-01，两者须一致"),
        ],
    )
    def test_a_misnamed_file(self, tmp_path: Path, file: str, text: str, wanted: str) -> None:
        assert complaint(written(tmp_path / "p", **{file: text})).endswith(wanted)

    def test_two_files_for_one_day(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE, 又一个=SAMPLE)
        assert complaint(folder) == (
            "又一个.toml: policy.effective: "
            "与 2024-03-01.toml 同为 2024-03-01 施行，一日只能有一个文件"
        )

    def test_two_undated_files(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", undated=UNDATED, 又一个=UNDATED)
        assert complaint(folder) == (
            "又一个.toml: policy.effective: 与 undated.toml 同为 undated 施行，一日只能有一个文件"
        )

    def test_another_policy_in_the_folder(self, tmp_path: Path) -> None:
        other = LATER.replace('id = "sample"', 'id = "simple"')
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE, f2025_01_01=other)
        assert complaint(folder) == (
            "2025-01-01.toml: policy.id: "
            "办法编号为 simple，而 2024-03-01.toml 的不同，同一文件夹只放一个办法"
        )

    def test_a_local_file_that_replaces_a_national_rule(self, tmp_path: Path) -> None:
        rule = '\n[notice_deadline]\nstart = { value = "accept", clause = "5", basis = "assumed" }'
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE + rule)
        assert complaint(folder).splitlines() == [
            "2024-03-01.toml:56:2: notice_deadline: 国家规定“notice_deadline”未授权地方另定",
            "2024-03-01.toml:56:2: notice_deadline: 缺少“passed_on”",
            "2024-03-01.toml:56:2: notice_deadline: 缺少“limit”",
            (
                "2024-03-01.toml:57:43: notice_deadline.start.basis: "
                "依据为“推定”的须有 note，说明采用何种理解或者应由谁确认"
            ),
        ]

    def test_the_faults_of_all_files_come_together(self, tmp_path: Path) -> None:
        folder = written(
            tmp_path / "p",
            a=b"\xff",
            b="x",
            f2024_03_01=spoiled(("value = 1,", "value = true,")),
            f2025_01_01=SAMPLE,
        )
        assert [line.partition(": ")[0] for line in complaint(folder).splitlines()] == [
            "2024-03-01.toml:39:36",
            "2025-01-01.toml:4:13",
            "a.toml:1",
            "b.toml:1:2",
        ]


class TestUnreadable:
    """What is no policy file at all is refused in one line, without reading on and on."""

    def test_not_utf8(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE.encode("gb18030"))
        assert complaint(folder) == ("2024-03-01.toml:3: 办法文件须为 UTF-8 编码，第 35 字节处不是")

    def test_the_first_line_may_be_empty(self, tmp_path: Path) -> None:
        folder = written(tmp_path / "p", f2024_03_01=b"\n\xff")
        assert complaint(folder).startswith("2024-03-01.toml:2: ")

    def test_a_folder_without_policy_files(self, tmp_path: Path) -> None:
        (tmp_path / "p").mkdir()
        assert complaint(tmp_path / "p") == "p: 文件夹中没有 .toml 办法文件"

    def test_a_folder_of_folders_says_which_there_are(self, tmp_path: Path) -> None:
        for name in ("乙区", "甲区"):
            written(tmp_path / name, undated=UNDATED, f2024_03_01=SAMPLE)
        (tmp_path / "丙").mkdir()
        assert complaint(tmp_path) == (
            f"{tmp_path.name}: 文件夹中没有 .toml 办法文件，而有文件夹 乙区、甲区；请写明是哪一个"
        )

    def test_the_folder_that_one_stands_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert complaint(Path()) == ".: 文件夹中没有 .toml 办法文件"

    def test_no_such_file(self, tmp_path: Path) -> None:
        assert complaint(tmp_path / "x.toml") == "x.toml: 没有这个文件或者文件夹"

    def test_a_folder_named_like_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "p").mkdir()
        (tmp_path / "p" / "x.toml").mkdir()
        assert complaint(tmp_path / "p") == "x.toml: 这是文件夹，须为文件"

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        path = tmp_path / ("x" * 300 + ".toml")
        assert ": 无法读取文件：" in complaint(path)

    def test_a_file_that_may_not_be_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = written(tmp_path / "p", f2024_03_01=SAMPLE)

        def refuse(self: Path, *_: object) -> None:
            raise PermissionError(13, f"Permission denied: {self}")

        with monkeypatch.context() as patch:
            patch.setattr("pathlib.Path.iterdir", refuse)
            assert complaint(folder) == "p: 没有读写权限"
        monkeypatch.setattr("pathlib.Path.open", refuse)
        monkeypatch.setattr("xinfang_core.policy.files.load_policy", lambda _: NATIONAL)
        assert complaint(folder / "2024-03-01.toml") == "2024-03-01.toml: 没有读写权限"

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
    def test_an_endless_file_is_not_read_to_its_end(self, tmp_path: Path) -> None:
        (tmp_path / "x.toml").symlink_to("/dev/zero")
        assert complaint(tmp_path / "x.toml") == "x.toml: 文件超过 1048576 字节，请拆分"
