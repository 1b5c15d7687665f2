"""All decisions about one case on one day (评估): the only place where rules meet."""

from xinfang_core.assessment.answer import Assessment, outcome_text
from xinfang_core.assessment.deciding import assess
from xinfang_core.assessment.groups import GROUPS, RULES
from xinfang_core.assessment.matter import counted_of, matter_of
from xinfang_core.assessment.obligations import Obligation

__all__ = [
    "GROUPS",
    "RULES",
    "Assessment",
    "Obligation",
    "assess",
    "counted_of",
    "matter_of",
    "outcome_text",
]
