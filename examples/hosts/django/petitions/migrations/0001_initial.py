"""The table of petitions."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    initial = True

    operations = [  # noqa: RUF012 - as Django has it
        migrations.CreateModel(
            name="Petition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "case_no",
                    models.CharField("信访件编号", max_length=64, unique=True, editable=False),
                ),
                ("record", models.JSONField("记录")),
                (
                    "due",
                    models.DateField("答复届满日", null=True, editable=False, db_index=True),
                ),
                (
                    "status",
                    models.CharField("答复状态", max_length=16, editable=False, db_index=True),
                ),
            ],
        ),
    ]
