"""The questions of the page of documents, and that what it makes needs neither lxml nor Jinja."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from xinfang_core.documents.letters.field_tables import field_objects
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.errors import RecordError
from xinfang_core.vocabulary import LetterKind
from xinfang_desk import documents

ROOT = Path(__file__).parents[2]
LETTERS = ROOT / "examples" / "letters"
CASES, PARTIES = str(LETTERS / "cases.json"), str(LETTERS / "parties.toml")
FIELDS = str(LETTERS / "acceptance_notice.toml")
MAILBOX = str(ROOT / "examples" / "mayor_mailbox.csv")
LETTER = [
    *("docs", "letter", "受理告知书", CASES, "--case", "文书-2025-0001", "--policy", "national"),
    *("--as-of", "2025-10-13", "--audience", "petitioner"),
]

BLOCKED = """
import sys
for name in ("lxml", "jinja2", "docxtpl", "docx", "typst"):
    sys.modules[name] = None
from xinfang_core.cli import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.partition(".")[0] in {"lxml", "jinja2"}
            and sys.modules[name] is not None]
sys.exit(code)
"""


class TestChoices:
    """What can be chosen is what the library knows."""

    def test_every_reader_and_giver_of_a_field_has_words(self) -> None:
        told = json.loads(json.dumps(documents.choices()))
        readers = dict(told["audiences"])
        for kind in LetterKind:
            form = form_of(kind)
            assert {one.name for one in form.audiences} <= readers.keys()
            assert {one["giver"] for one in field_objects(form)} <= told["givers"].keys()

    def test_a_person_is_asked_for_by_the_names_that_tables_have(self) -> None:
        told = dict(documents.choices()["person"])  # type: ignore[call-overload]
        titles = ("姓名", "住址", "电话", "证件号", "其他")
        assert told == dict(
            zip(("name", "address", "phone", "id_number", "others"), titles, strict=True)
        )


class TestRegister:
    """What a register has is told without its cases being assessed."""

    def test_columns_count_and_numbers(self) -> None:
        told = documents.register(["docs", "account", MAILBOX, "--policy", "national"])
        assert told["columns"] == ("case_no", "received_at", "replied_at", "category")
        assert told["count"] == 1401
        assert isinstance(told["numbers"], list)
        assert told["numbers"][0] == "185986"

    def test_only_so_many_numbers_are_offered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(documents, "MOST_NUMBERS", 3)
        told = documents.register(["docs", "account", MAILBOX, "--policy", "national"])
        assert isinstance(told["numbers"], list)
        assert (len(told["numbers"]), told["count"]) == (3, 1401)

    def test_rows_that_cannot_be_read_are_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "r.csv"
        path.write_text("信访件编号,收到日期\n一,2026-01-05\n二,不知\n", encoding="utf-8")
        told = documents.register(["docs", "account", str(path), "--policy", "national"])
        assert told["numbers"] == ["一"]


class TestReading:
    """What was filled in elsewhere is read by the library's own readers."""

    def test_fields_with_their_readers(self, tmp_path: Path) -> None:
        path = tmp_path / "f.json"
        text = '{"matter": {"text": ["甲", "乙"], "for": "信访人、superior"}, "issuer": "甲局"}'
        path.write_text(text, encoding="utf-8")
        assert documents.given(str(path)) == {
            "matter": {"text": "甲\n乙", "readers": ["petitioner", "superior"]},
            "issuer": {"text": "甲局", "readers": []},
        }

    def test_people_with_their_roles(self) -> None:
        first, *_ = documents.parties(PARTIES)
        assert first["role"] == "petitioner"
        assert first["others"] == ("某A00001",)

    def test_a_fault_tells_of_nobody(self, tmp_path: Path) -> None:
        path = tmp_path / "p.json"
        path.write_text('{"people": [{"role": "甲某某", "name": "甲某某"}]}', encoding="utf-8")
        with pytest.raises(RecordError) as caught:
            documents.parties(str(path))
        assert "甲某某" not in caught.value.text()


class TestFaults:
    """Everything that is wrong is told at once, each with its place."""

    def test_what_lacks_is_named_by_its_field(self) -> None:
        told = documents.letter_faults(LETTER)
        paths = ["issuer", "petitioner_addressed", "matter", "signature"]
        assert [one["path"] for one in told] == paths
        assert all(one["text"].startswith("缺少“") for one in told)

    def test_nothing_is_wrong_with_a_letter_that_is_complete(self) -> None:
        assert documents.letter_faults([*LETTER, "--parties", PARTIES, "--fields", FIELDS]) == []

    def test_people_fields_and_case_are_wrong_at_once(self, tmp_path: Path) -> None:
        people, fields = tmp_path / "parties.json", tmp_path / "fields.json"
        people.write_text('{"people": [{"role": "petitioner", "name": "，"}]}', encoding="utf-8")
        fields.write_text('{"written_on": "哪天", "issuer": "甲局"}', encoding="utf-8")
        told = documents.letter_faults([*LETTER, "--parties", str(people), "--fields", str(fields)])
        places = [(one["file"], one["path"]) for one in told]
        assert ("parties.json", "people[0].name") in places
        assert ("fields.json", "written_on") in places
        assert ("", "matter") in places
        # Who reads the people's file knows no more of them than that.
        assert ("", "petitioner_addressed") not in places

    def test_a_command_that_is_none_tells_nothing_more(self) -> None:
        assert documents.letter_faults([*LETTER, "--as-of", "哪天"]) == []


class TestWithoutCompiledPackages:
    """What the page makes is made where lxml, Jinja, python-docx and Typst are not to be had."""

    @pytest.mark.parametrize(
        "words",
        [
            [*LETTER, "--parties", PARTIES, "--fields", FIELDS],
            ["docs", "fields", "受理告知书", "--format", "json"],
            ["docs", "fields", "受理告知书", "--format", "xlsx"],
            ["docs", "account", *LETTER[3:-2], "--format", "html"],
            ["docs", "rulebook", "online-proxy", "--from", "2026-11-01", "--format", "html"],
            [
                *("docs", "bulletin", MAILBOX, "--policy", "national", "--by", "body=category"),
                *("--from", "2012-01-01", "--to", "2012-03-31", "--ledger", "--format", "html"),
            ],
            [
                *("docs", "bulletin", MAILBOX, "--policy", "national"),
                *("--from", "2012-01-01", "--to", "2012-03-31", "--ledger", "--format", "xlsx"),
            ],
        ],
        ids=["letter", "fields", "field table", "account", "rulebook", "bulletin", "ledger"],
    )
    def test_each_document_is_made(self, words: list[str], tmp_path: Path) -> None:
        output = tmp_path / f"made.{'xlsx' if 'xlsx' in words else 'txt'}"
        done = subprocess.run(
            [sys.executable, "-c", BLOCKED, *words, "--output", str(output)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert output.stat().st_size > 500
