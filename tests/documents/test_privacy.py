"""From the files of a host to the file of a document: nothing of anybody reaches another reader.

Whatever tells of the people of a case, and whatever tells of somebody by its form, is planted in
every field, column and fact that takes words, and looked for in what is written: in the text, in
the markup and in what is said on the side.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from attrs import evolve

from command import Ran, run
from letter_samples import (
    CASES,
    FIRST,
    PARTIES,
    SAMPLES,
    asked,
    fields_of,
    sample_cases,
    sample_given,
    sample_letter,
)
from made_fonts import needed
from people import bare, hidden_from, wide
from xinfang_core.case import Agent
from xinfang_core.documents.account.account import account
from xinfang_core.documents.letters.filling import filled
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.html import letter_html
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.privacy.parties import Parties, Person
from xinfang_core.documents.writers.docx import docx
from xinfang_core.documents.writers.html import html
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.documents.writers.pdf import pdf
from xinfang_core.errors import XinfangError
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Audience, CaseClass, LetterKind, PartyRole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from xinfang_core.case import Case
    from xinfang_core.documents.blocks import Document
    from xinfang_core.documents.letters.given import Given

PEOPLE = Parties(
    (
        Person(
            PartyRole.petitioner,
            name="赵𠮷祥",
            address="湖州市安吉县孝丰镇南门路17号2幢301室",
            phone="0572-6118822",
            id_number="330523199001019999",
            others=("赵老三", "浙E7A551"),
        ),
        Person(
            PartyRole.agent, name="欧阳㐂", address="安吉县天荒坪镇竹海路6号", phone="13905729876"
        ),
        Person(
            PartyRole.accused, name="吐尔逊·买买提", others=("顺达搬运行", "6222021205001234567")
        ),
        Person(PartyRole.other, name="诸葛明亮", phone="15857211234", id_number="H9912345(6)"),
    )
)

BY_FORM = (
    *("13800138000", "0571-88123456", "110101199003077811", "33052319881231123X"),
    *("浙AD12345", "沪A·8821警", "6228480402564890018", "someone.x@mail.example.com"),
)
"""What tells of somebody by its form alone, whoever they are."""

VALUES = (*(value for one in PEOPLE.people for _, value in one.values()), *BY_FORM)

SPELT = "；".join(
    spelling
    for value in VALUES
    for spelling in (value, wide(value), "\u200b".join(value), value.upper())
)
"""All of it, as people write it."""


def _words(content: str | bytes, folder: Path) -> str:
    """Everything that is in a file, its markup first, then its text alone, in one case."""
    if isinstance(content, bytes):
        path = folder / "file.zip"
        path.write_bytes(content)
        with ZipFile(path) as packed:
            content = "\n".join(packed.read(one).decode() for one in packed.namelist())
    return bare(unescape(content)) + bare(unescape(re.sub("<[^>]*>", "", content)))


def _told(audience: Audience, content: str | bytes, folder: Path) -> list[str]:
    """What of it all stands in a file and must not."""
    words = _words(content, folder)
    return [one for one in (*hidden_from(audience, PEOPLE), *BY_FORM) if bare(one) in words]


def _planted(case: Case, case_no: str = "13800138000") -> Case:
    """A case whose number is a telephone, and its agent's a name."""
    return evolve(case, case_no=case_no, agent=evolve(case.agent or Agent(), agent_no="欧阳㐂"))


def _given(kind: LetterKind) -> Mapping[str, Given]:
    """What the host gives, with all of it in every field that takes words."""
    fields = {one.name: one for one in form_of(kind).fields}
    plain = [name for name in sample_given(kind) if fields[name].is_date or name == "result"]
    return {
        name: one if name in plain else evolve(one, text=_with_all(one))
        for name, one in sample_given(kind).items()
    }


def _with_all(one: Given) -> str | tuple[str, ...]:
    return f"{one.text}{SPELT}" if isinstance(one.text, str) else (*one.text, SPELT)


class TestLetters:
    """Every kind, for each of its readers, as a page and as a Word file."""

    @pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.name)
    def test_nothing_that_is_planted_reaches_another_reader(
        self, kind: LetterKind, tmp_path: Path
    ) -> None:
        form, sample = form_of(kind), SAMPLES[kind]
        case = _planted(sample_cases()[sample.case_no])
        for audience in form.audiences:
            made = sample_letter(kind, audience, case=case, given=_given(kind), parties=PEOPLE)
            written = (letter_html(made), filled(made, default_template(form), ""), repr(made))
            for content in written:
                assert not _told(audience, content, tmp_path)
            assert "〔电话〕" in written[0]

    def test_a_petitioner_reads_their_own(self) -> None:
        made = sample_letter(LetterKind.registration_form, Audience.petitioner, parties=PEOPLE)
        page = letter_html(made)
        assert made.values["petitioner_name"] == "赵𠮷祥"
        assert "赵𠮷祥" in page
        assert "0572-6118822" in page


class TestAccounts:
    """The account of a case, in each of its formats."""

    @pytest.mark.parametrize("audience", Audience, ids=lambda one: one.name)
    def test_nothing_that_is_planted_reaches_another_reader(
        self, audience: Audience, tmp_path: Path
    ) -> None:
        document = _account(audience)
        for content in (markdown(document), html(document), docx(document), repr(document)):
            assert not _told(audience, content, tmp_path)

    @pytest.mark.parametrize("audience", Audience, ids=lambda one: one.name)
    def test_it_is_printed_whatever_is_planted(self, audience: Audience) -> None:
        needed()
        assert pdf(_account(audience)).content.startswith(b"%PDF")


def _account(audience: Audience) -> Document:
    """The account for a reader of a case with planted data in each text."""
    case = _planted(evolve(sample_cases()[FIRST], case_class=CaseClass.appeal), SPELT[:200])
    _, answer = asked(case, "national", "2025-12-10")
    draft = account(case, answer, load_policy("national"), audience)
    return passed(draft, audience, PEOPLE, (case.case_no,))


REGISTER = """\
信访件编号,登记日期,收到日期,受理日期,答复日期,事项类别,代理员编号,乡镇,承办单位
13800138000,2025-09-01,2025-09-01,2025-09-02,,一般信访事项,张13900139000,孝丰镇13800138000,{all}
110101199003077811,2025-09-02,2025-09-02,2025-09-03,2025-09-20,一般信访事项,甲,"{all}",住建局
浙AD12345,2025-09-03,2025-09-03,2025-09-04,,一般信访事项,"{all}",递铺街道,住建局
6228480402564890018,2025-09-03,2025-09-03,2025-09-04,,一般信访事项,乙,递铺街道,住建局
"""


def _bulletin(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> Ran:
    file = folder / "台账.csv"
    file.write_text(REGISTER.replace("{all}", "；".join(BY_FORM)), "utf-8")
    return run(
        capsys,
        *("docs", "bulletin", str(file), "--policy", "online-proxy", "--from", "2025-09-01"),
        *("--to", "2025-09-30", "--by", "town=乡镇", "--by", "body=承办单位", *more),
    )


class TestBulletins:
    """A register has no people; whatever in it tells of somebody is masked by its form."""

    FORMATS = ("md", "html", "docx", "xlsx")
    NUMBER = BY_FORM[6]
    """A case may be known by a number as long as a card's: it is printed as the case's number."""

    @pytest.mark.parametrize("form", FORMATS)
    def test_an_internal_one_with_every_case(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        path = tmp_path / f"通报.{form}"
        ran = _bulletin(capsys, tmp_path, "--ledger", "--format", form, "--output", str(path))
        assert ran.code == 0
        words = _words(path.read_bytes() if form in "docx xlsx" else path.read_text(), tmp_path)
        assert [one for one in BY_FORM if bare(one) in words] == [self.NUMBER]
        assert "13900139000" not in words
        assert "孝丰镇电话" in words

    @pytest.mark.parametrize("form", FORMATS)
    def test_a_public_one_names_no_case_either(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
    ) -> None:
        path = tmp_path / f"通报.{form}"
        more = ("--audience", "public", "--format", form, "--output", str(path))
        assert _bulletin(capsys, tmp_path, *more).code == 0
        words = _words(path.read_bytes() if form in "docx xlsx" else path.read_text(), tmp_path)
        assert not [one for one in BY_FORM if bare(one) in words]


class TestErrors:
    """What is wrong is told without whom it is about."""

    def test_of_a_file_of_people(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        people = tmp_path / "当事方.csv"
        rows = [
            f"{role},{one}{'长' * 400},,,,{one}" for role, one in zip("甲乙", VALUES, strict=False)
        ]
        people.write_text("\n".join(("角色,姓名,住址,电话,证件号,其他", *rows)), "utf-8")
        kind = LetterKind.mandate
        ran = run(
            capsys,
            *("docs", "letter", kind.name, CASES, "--case", SAMPLES[kind].case_no),
            *("--policy", SAMPLES[kind].policy, "--audience", "petitioner"),
            *("--parties", str(people), "--fields", fields_of(kind)),
        )
        assert ran.code == 2
        assert not [one for one in VALUES if bare(one) in bare(ran.err + ran.out)]

    def test_of_a_letter_that_is_refused(self) -> None:
        for kind in (LetterKind.extension_notice, LetterKind.closing_report):
            with pytest.raises(XinfangError) as raised:
                sample_letter(kind, given={}, parties=PEOPLE)
            told = bare(f"{raised.value}{raised.value.faults!r}{raised.value.text('en')}")
            assert not [one for one in VALUES if bare(one) in told]

    def test_nor_does_the_command_say_them_on_the_side(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        kind = LetterKind.mandate
        ran = run(
            capsys,
            *("docs", "letter", kind.name, CASES, "--case", SAMPLES[kind].case_no),
            *("--policy", SAMPLES[kind].policy, "--as-of", SAMPLES[kind].as_of),
            *("--audience", "petitioner", "--parties", PARTIES, "--fields", fields_of(kind)),
        )
        assert (ran.code, ran.err) == (0, "")
