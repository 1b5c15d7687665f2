"""A ledger in pandas (台账分析), one row at a time; cells as a notebook has them."""

# %% 读台账；文字原样，没有的格子是空
import os
from datetime import date
from pathlib import Path

import pandas as pd

# xinfang: begin
import xinfang_core as xf

# xinfang: end
LEDGER = os.environ.get("LEDGER", Path(__file__).parents[2] / "mayor_mailbox.csv")
AS_OF = date.fromisoformat(os.environ.get("AS_OF", "2020-01-31"))
ledger = pd.read_csv(LEDGER, dtype=str)
ledger["accepted_at"] = ledger["received_at"]  # 没有受理时刻的，以收到时刻为准

# %% 逐行评估：答复期限的届满日和状态
# xinfang: begin
POLICY, CALENDAR = xf.load_policy("online-proxy"), xf.mainland_calendar()


def judged(row: pd.Series) -> tuple[date | None, str]:
    """The due date of the reply and where it stands."""
    case = xf.decode_case(row.dropna().to_dict(), POLICY.declared)
    answer = xf.assess(case, POLICY.in_force(case, AS_OF), CALENDAR, AS_OF)
    limit = answer.limits.reply_deadline.outcome
    return (limit.due, limit.status.name) if isinstance(limit, xf.Deadline) else (None, limit.name)


ledger[["due", "status"]] = ledger.apply(judged, axis=1, result_type="expand")
# xinfang: end

# %% 按收到的月份、状态计数
month = ledger["received_at"].str[:7].rename("month")
by_month = pd.crosstab(month, ledger["status"])
print(by_month.tail(12))

# %% 存下来
ledger.to_csv("ledger.csv", index=False)
by_month.to_csv("by_month.csv")
