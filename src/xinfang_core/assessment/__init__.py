"""All decisions about one case on one day (评估): the only place where rules meet.

Here stand what ``assess`` answers with, the four groups of decisions, and the outcomes that are
more than a date or a name.
"""

from xinfang_core.assessment.answer import Assessment
from xinfang_core.assessment.deciding import assess
from xinfang_core.assessment.groups import GROUPS, RULES
from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.assessment.matter import counted_of, matter_of
from xinfang_core.assessment.obligations import Obligation
from xinfang_core.rules.follow_through import FollowThrough
from xinfang_core.rules.follow_through.dual_appraisal import Appraisal
from xinfang_core.rules.follow_through.follow_up import Followed
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.rules.follow_through.satisfaction import Satisfaction
from xinfang_core.rules.follow_through.service_loop import Loop
from xinfang_core.rules.follow_through.suggestion import Suggested
from xinfang_core.rules.follow_through.supervision import Supervision
from xinfang_core.rules.follow_through.weekly_meeting import Meetings
from xinfang_core.rules.follow_through.write_off import Closure
from xinfang_core.rules.kind import Kind
from xinfang_core.rules.kind.appeal_route import AppealRoute
from xinfang_core.rules.kind.case_stage import Staged
from xinfang_core.rules.kind.case_weight import Weighed
from xinfang_core.rules.kind.class_handling import Handling
from xinfang_core.rules.limits import Limits
from xinfang_core.rules.people import People
from xinfang_core.rules.people.confidentiality import Secrecy
from xinfang_core.rules.people.first_contact import Charge
from xinfang_core.rules.people.joint_handling import Arrangement
from xinfang_core.rules.people.urgent_report import UrgentReport

__all__ = [
    "GROUPS",
    "RULES",
    "AppealRoute",
    "Appraisal",
    "Arrangement",
    "Assessment",
    "Award",
    "Charge",
    "Closure",
    "FollowThrough",
    "Followed",
    "Handling",
    "Kind",
    "Limits",
    "Loop",
    "MadeBy",
    "Meetings",
    "Obligation",
    "People",
    "Satisfaction",
    "Secrecy",
    "Staged",
    "Suggested",
    "Supervision",
    "UrgentReport",
    "Weighed",
    "assess",
    "counted_of",
    "matter_of",
]
