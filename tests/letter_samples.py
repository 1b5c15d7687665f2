"""The golden cases of letters (examples/letters), each kind with its case, day and policy."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.assessment import Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.cli.letter_files import read_given, read_parties
from xinfang_core.codec import open_register
from xinfang_core.documents.letters.fields import letter
from xinfang_core.documents.letters.form import Grid
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.words import filled_words, paragraphs_of
from xinfang_core.policy import PolicyPack, load_policy, read_policy
from xinfang_core.vocabulary import LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.case import Case
    from xinfang_core.documents.letters.given import Given
    from xinfang_core.documents.letters.letter import Letter
    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.vocabulary import Audience

FOLDER = Path(__file__).parents[1] / "examples" / "letters"
OWN = FOLDER.parent / "policies"
"""Where policies stand that do not come with the library."""

CASES = str(FOLDER / "cases.json")
PARTIES = str(FOLDER / "parties.toml")
FIRST, REFUSED, TRANSFERRED, PROXIED = (
    *("文书-2025-0001", "文书-2026-0002"),
    *("文书-2026-0003", "文书-2026-0004"),
)


@frozen
class Sample:
    """By which case, on which day and by which policy a kind of letter is written."""

    case_no: str
    as_of: str
    policy: str = "national"


SAMPLES: Mapping[LetterKind, Sample] = {
    LetterKind.acceptance_notice: Sample(FIRST, "2025-10-13"),
    LetterKind.non_acceptance_notice: Sample(REFUSED, "2026-05-12"),
    LetterKind.extension_notice: Sample(FIRST, "2025-12-10"),
    LetterKind.transfer_letter: Sample(TRANSFERRED, "2026-04-27"),
    LetterKind.assignment_letter: Sample(FIRST, "2025-10-10"),
    LetterKind.objection: Sample(TRANSFERRED, "2026-04-30"),
    LetterKind.handling_opinion: Sample(FIRST, "2026-01-08"),
    LetterKind.review_opinion: Sample(FIRST, "2026-03-02"),
    LetterKind.re_review_opinion: Sample(FIRST, "2026-04-27"),
    LetterKind.mandate: Sample(PROXIED, "2026-01-06", "jiuyuan"),
    LetterKind.registration_form: Sample(PROXIED, "2026-01-07", "jiuyuan"),
    LetterKind.delivery_receipt: Sample(FIRST, "2026-01-09"),
    LetterKind.reminder_letter: Sample(PROXIED, "2026-04-01", "jiuyuan"),
    LetterKind.key_supervision_letter: Sample(PROXIED, "2026-04-01", "jiuyuan"),
    LetterKind.accountability_letter: Sample(PROXIED, "2026-04-01", "jiuyuan"),
    LetterKind.interview_notice: Sample(PROXIED, "2026-04-01", "jiuyuan"),
    LetterKind.closing_report: Sample(FIRST, "2026-01-09"),
}


def fields_of(kind: LetterKind) -> str:
    """The file of what the host fills in."""
    return str(FOLDER / f"{kind.name}.toml")


@cache
def sample_cases() -> Mapping[str, Case]:
    """The golden cases by their numbers."""
    with open_register(Path(CASES)) as register:
        return {case.case_no: case for case in register.cases()}


@cache
def sample_parties() -> Parties:
    """The people of all of them."""
    return read_parties(PARTIES)


@cache
def sample_given(kind: LetterKind) -> Mapping[str, Given]:
    """What the host fills in."""
    return read_given(fields_of(kind))


@cache
def asked(case: Case, policy: str, day: str) -> tuple[PolicyPack, Assessment]:
    """What applies to a case, and what it answers."""
    as_of = date.fromisoformat(day)
    own = OWN / policy
    found = read_policy(own) if own.is_dir() else load_policy(policy)
    pack = found.in_force(case, as_of)
    return pack, assess(case, pack, mainland_calendar(), as_of)


def sample_letter(
    kind: LetterKind,
    audience: Audience | None = None,
    *,
    case: Case | None = None,
    given: Mapping[str, Given] | None = None,
    parties: Parties | None = None,
    as_of: str = "",
    policy: str = "",
) -> Letter:
    """The golden letter of a kind for its first reader, with some of it changed."""
    sample, form = SAMPLES[kind], form_of(kind)
    about = case or sample_cases()[sample.case_no]
    pack, answer = asked(about, policy or sample.policy, as_of or sample.as_of)
    filled_in = sample_given(kind) if given is None else given
    people = sample_parties() if parties is None else parties
    reader = audience or form.audiences[0]
    return letter(form, about, pack, answer, people, filled_in, reader)


def lines(made: Letter) -> Iterator[str]:
    """What a letter says, line by line."""
    yield filled_words(made.form.title, made.values)
    for part in made.form.body:
        if isinstance(part, Grid):
            yield from (
                " | ".join(filled_words(cell, made.values) for cell in row) for row in part.rows
            )
        else:
            yield from paragraphs_of(part, made.values)
