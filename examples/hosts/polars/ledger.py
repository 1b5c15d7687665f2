"""A ledger in polars (台账分析): each distinct combination once; cells as a notebook has them."""

# %% 读台账；只留日子，因为这个办法的期限不看时刻
import os
from datetime import date
from pathlib import Path

import polars as pl

# xinfang: begin
import xinfang_core as xf

# xinfang: end
LEDGER = os.environ.get("LEDGER", Path(__file__).parents[2] / "mayor_mailbox.csv")
AS_OF = date.fromisoformat(os.environ.get("AS_OF", "2020-01-31"))
FACTS = ["received_at", "accepted_at", "replied_at", "category"]
ledger = pl.read_csv(LEDGER, infer_schema=False).with_columns(
    pl.col("received_at", "replied_at").str.head(10),
    accepted_at=pl.col("received_at").str.head(10),  # 没有受理时刻的，以收到时刻为准
)

# %% 不同的组合各评估一次
# xinfang: begin
POLICY, CALENDAR = xf.load_policy("online-proxy"), xf.mainland_calendar()


def judged(facts: dict[str, str]) -> dict[str, object]:
    """The due date of the reply and where it stands; the number of a case decides nothing."""
    case = xf.decode_case({"case_no": "-", **facts}, POLICY.declared)
    answer = xf.assess(case, POLICY.in_force(case, AS_OF), CALENDAR, AS_OF)
    limit = answer.limits.reply_deadline.outcome
    runs = isinstance(limit, xf.Deadline)
    return {"due": limit.due if runs else None, "status": (limit.status if runs else limit).name}


# xinfang: end


distinct = ledger.select(FACTS).unique(maintain_order=True)
answers = pl.DataFrame([{**facts, **judged(facts)} for facts in distinct.iter_rows(named=True)])

# %% 接回各行，按收到的月份、状态计数
ledger = ledger.join(answers, on=FACTS, how="left", nulls_equal=True, maintain_order="left")
month = pl.col("received_at").str.head(7).alias("month")
by_month = ledger.group_by(month, "status").len().sort("month", "status")
print(len(ledger), "件，不同的组合", len(distinct))
print(by_month.tail(12))

# %% 存下来
ledger.write_csv("ledger.csv")
by_month.write_csv("by_month.csv")
