"""``manage.py recheck``: which due dates a new notice moved; then all are assessed for today."""

from datetime import date

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from petitions.models import Petition


class Command(BaseCommand):
    """夜间复核."""

    help = "列出因新的放假通知而变动的届满日，再按当天评估全部信访件"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day whose notices the dates were given out by."""
        parser.add_argument("--old", type=date.fromisoformat, required=True, help="按哪一天所知")

    @transaction.atomic
    def handle(self, *, old: date, **_: object) -> None:
        """Recheck, then save, which assesses."""
        for moved in Petition.moved(old):
            self.stdout.write(moved.text())
        for petition in Petition.objects.all():
            petition.save()
