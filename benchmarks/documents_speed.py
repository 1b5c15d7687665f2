"""How fast a bulletin with its ledger is made (通报和台账的速度): counted, masked, written.

Everything is a multiple of deciding the same letters once, so that a slow machine does not matter.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from answers_speed import ASSESS, CALENDAR, COLUMNS, LETTERS, MANY, answer_jobs
from gates import Gate
from measuring import Job, figure, interleaved, table

from xinfang_core import load_policy, read_records
from xinfang_core.documents.bulletin.asked import Asked, Least
from xinfang_core.documents.bulletin.composing import bulletin
from xinfang_core.documents.bulletin.counting import count
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.writers.docx import docx
from xinfang_core.documents.writers.html import html
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.documents.writers.xlsx import xlsx
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.case import Case
    from xinfang_core.documents.blocks import Document, Draft
    from xinfang_core.documents.bulletin.asked import By

COUNT, MASK = "count a bulletin", "mask a ledger"
GATES = (
    Gate(f"count a bulletin of {MANY} letters / assess them", COUNT, ASSESS, 2.2),
    Gate(f"mask a ledger of {MANY} letters / assess them", MASK, ASSESS, 0.5),
    Gate("  write it as Markdown", "write md", ASSESS, 0.6),
    Gate("  write it as a page", "write html", ASSESS, 0.5),
    Gate("  write it as docx", "write docx", ASSESS, 1.2),
    Gate("  write it as a workbook", "write xlsx", ASSESS, 5.5),
)
"""A ledger of 10,000 rows has to be there in 30 seconds."""

ROUNDS = 7
PERIOD = Period(date(2011, 1, 1), date(2020, 12, 31), date(2020, 12, 31))


def document_jobs() -> dict[str, Job]:
    """What the gates compare."""
    asked = Asked(load_policy("online-proxy"), None, CALENDAR, Least(5, ""), ledger=True)
    cases = read_records(LETTERS, COLUMNS).cases[:MANY]
    rows: list[tuple[Case, dict[By, str]]] = [(case, {}) for case in cases]
    (figures,) = count(rows, asked, PERIOD)
    draft = bulletin(figures, None, asked, ())
    document = passed(draft, Audience.superior)

    def counted(_unused: None, asked: Asked) -> None:
        count(rows, asked, PERIOD)

    def mask(draft: Draft, audience: Audience) -> None:
        passed(draft, audience)

    def write(document: Document, writer: Callable[[Document], Any]) -> None:
        writer(document)

    writers = {"md": markdown, "html": html, "docx": docx, "xlsx": xlsx}
    return {
        COUNT: Job(counted, [(None, asked)]),
        MASK: Job(mask, [(draft, Audience.superior)]),
        **{f"write {name}": Job(write, [(document, one)]) for name, one in writers.items()},
    }


def main() -> None:
    """Print the ratios."""
    samples = interleaved({**answer_jobs(), **document_jobs()}, ROUNDS)
    rows = [(one.title, figure(one.found(samples)), one.target()) for one in GATES]
    table("a bulletin with its ledger", ("", "ratio", "target"), rows)


if __name__ == "__main__":
    main()
