"""Petitions (信访件): facts as JSON, and what the rules say of them as columns to query by."""

import os
from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

# xinfang: begin
import xinfang_core as xf

POLICY = xf.load_policy("online-proxy")
CALENDAR = xf.mainland_calendar().with_notice(*map(xf.read_notice, settings.NOTICES))
# xinfang: end


def today() -> date:
    """Today in Shanghai; of a job that is repeated, and of tests, the day that AS_OF names."""
    told = os.environ.get("AS_OF")
    return date.fromisoformat(told) if told else timezone.localdate()


class Petition(models.Model):
    """One petition, assessed whenever it is saved."""

    case_no = models.CharField("信访件编号", max_length=64, unique=True, editable=False)
    record = models.JSONField("记录")
    due = models.DateField("答复届满日", null=True, editable=False, db_index=True)
    status = models.CharField("答复状态", max_length=16, editable=False, db_index=True)

    def __str__(self) -> str:
        return self.case_no

    def save(self, *args: object, **options: object) -> None:
        """Assess, then save."""
        # xinfang: begin
        case = xf.decode_case(self.record, POLICY.declared)
        as_of = today()
        answer = xf.assess(case, POLICY.in_force(case, as_of), CALENDAR, as_of)
        limit = answer.limits.reply_deadline.outcome
        runs = isinstance(limit, xf.Deadline)
        self.due, self.status = (limit.due, limit.status.name) if runs else (None, limit.name)
        # xinfang: end
        self.case_no = case.case_no
        super().save(*args, **options)

    def clean(self) -> None:
        """Show every fault of the record beside its field in a form."""
        # xinfang: begin
        try:
            xf.decode_case(self.record, POLICY.declared)
        except xf.XinfangError as error:
            raise ValidationError({"record": [one.text() for one in error.faults]}) from error
        # xinfang: end

    @classmethod
    def moved(cls, old: date) -> Iterator[object]:
        """Tell which open limits have another last day than by what was known on ``old``."""
        petitions = cls.objects.order_by("case_no")
        # xinfang: begin
        cases = (xf.decode_case(one.record, POLICY.declared) for one in petitions)
        return xf.recheck(cases, POLICY, CALENDAR.known_on(old), CALENDAR, today())
        # xinfang: end
