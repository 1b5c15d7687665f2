"""Petitions in SQLAlchemy (信访件): assessed whenever the session writes one.

``python petitions.py < records.jsonl`` stores records, one a line, and lists them by due date.
``DATABASE_URL`` names another database than the file of SQLite.
"""

import json
import os
import sys
from datetime import date
from typing import Any

from sqlalchemy import JSON, String, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

# xinfang: begin
import xinfang_core as xf

POLICY, CALENDAR = xf.load_policy("online-proxy"), xf.mainland_calendar()
# xinfang: end


class Base(DeclarativeBase):
    """The tables."""


class Petition(Base):
    """One petition: facts as JSON, and what the rules say of them on a day."""

    __tablename__ = "petition"

    case_no: Mapped[str] = mapped_column(String(64), primary_key=True)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)
    as_of: Mapped[date]
    due: Mapped[date | None] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(String(16), index=True)


# xinfang: begin
@event.listens_for(Petition, "before_insert")
@event.listens_for(Petition, "before_update")
def assess(_mapper: object, _connection: object, petition: Petition) -> None:
    """Say what the rules say, in the same transaction as the facts."""
    case = xf.decode_case(petition.record, POLICY.declared)
    answer = xf.assess(case, POLICY.in_force(case, petition.as_of), CALENDAR, petition.as_of)
    limit = answer.limits.reply_deadline.outcome
    runs = isinstance(limit, xf.Deadline)
    petition.due, petition.status = (limit.due, limit.status.name) if runs else (None, limit.name)
    # xinfang: end


def main() -> None:
    """Store the records of standard input, all or none; list what is there."""
    engine = create_engine(os.environ.get("DATABASE_URL", "sqlite:///petitions.db"))
    Base.metadata.create_all(engine)
    as_of = date.fromisoformat(os.environ.get("AS_OF") or date.today().isoformat())  # noqa: DTZ011
    with Session(engine) as session, session.begin():
        for line in sys.stdin:
            record = json.loads(line)
            session.merge(Petition(case_no=record["case_no"], record=record, as_of=as_of))
    with Session(engine) as session:
        for one in session.scalars(select(Petition).order_by(Petition.due.nulls_last())):
            print(one.case_no, one.due, one.status, sep="\t")


if __name__ == "__main__":
    # xinfang: begin
    try:
        main()
    except xf.XinfangError as error:
        sys.exit(error.text())
    # xinfang: end
