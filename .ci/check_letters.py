"""The figures of the real letters, counted with another calendar library beforehand.

And how large an answer is: UTF-8 bytes without the id of what made it.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from statistics import median

WANTED = {
    ("consultation", "met"): 194,
    ("consultation", "late"): 193,
    ("general", "met"): 719,
    ("general", "late"): 295,
}
MOST = 5000
"""The median size of an answer in the default size."""

answers = json.loads(Path(sys.argv[1]).read_text("utf-8"))
found = Counter(
    (case["kind"]["reply_kind"]["outcome"], case["limits"]["reply_deadline"]["status"])
    for case in answers["cases"]
)
awards = answers["summary"]["readings"][0]["awards"]
if found != WANTED or answers["summary"]["award_total"] != 0 or awards != {"undetermined": 1401}:
    sys.exit(f"the letters are assessed otherwise: {dict(found)}, awards {awards}")
bare = (
    {name: part for name, part in case.items() if name != "made_by"} for case in answers["cases"]
)
texts = (json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in bare)
size = median(len(text.encode()) for text in texts)
if size > MOST:
    sys.exit(f"an answer has {size:g} bytes, more than {MOST}")
print(f"letters: {dict(found)}, {size:g} bytes an answer")
