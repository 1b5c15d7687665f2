"""The figures of the real letters, counted with another calendar library beforehand."""

import json
import sys
from collections import Counter
from pathlib import Path

WANTED = {
    ("consultation", "met"): 194,
    ("consultation", "late"): 193,
    ("general", "met"): 719,
    ("general", "late"): 295,
}

answers = json.loads(Path(sys.argv[1]).read_text("utf-8"))
found = Counter(
    (case["reply_kind"]["outcome"], case["reply_deadline"]["status"]) for case in answers["cases"]
)
awards = {case["incentive"]["outcome"] for case in answers["cases"]}
if found != WANTED or answers["summary"]["award_total"] != 0 or awards != {"undetermined"}:
    sys.exit(f"the letters are assessed otherwise: {dict(found)}, awards {awards}")
print(f"letters: {dict(found)}")
