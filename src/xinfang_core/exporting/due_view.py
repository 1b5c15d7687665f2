"""The view that tells every due date (届满日视图): joins alone, and the same in every dialect.

It says of every day, count and unit what ``last_day`` says, bounds included, by the same steps as
``calendar.bounds``; a row that is not there is what is undetermined there. ``xf_day`` numbers
the counts too: its days are numbered from 1.

The view has a row for each combination of start, count and unit, so whoever asks gives all three,
in a subquery: in a join planners are free to make all the rows first, and some do.
"""

VIEW = "xf_due"

_PLACED = """\
      SELECT
        s.the_date AS start_day, n.day_no AS amount, u.unit, f.the_date AS first_day,
        CASE WHEN u.unit = 'working_day' THEN n.day_no ELSE 1 END AS needed,
        COALESCE(f.working_no - 1, f.working_rank) AS before_rank,
        COALESCE(f.weekday_no - 1, f.weekday_rank) AS before_weekday,
        f.region_open, f.region_rank, d.working_no AS due_no,
        CASE WHEN u.unit = 'same_day' THEN f.the_date ELSE d.the_date END AS due,
        CASE WHEN d.the_date >= f.region_open THEN 1 ELSE 0 END AS in_region,
        CASE
          WHEN u.unit = 'same_day' THEN 1
          WHEN d.the_date >= f.region_open THEN 0
          WHEN d.the_date <= c.settled_through THEN 1
          ELSE 0
        END AS settled,
        c.settled_through, c.open_from, c.settled_rank, c.settled_weekday_rank, c.region_margin,
        CASE WHEN d.the_date >= f.region_open THEN c.region_caution ELSE c.caution END AS caution,
        CASE WHEN d.the_date >= f.region_open THEN c.region_allowance ELSE c.allowance END
          AS allowance
      FROM xf_day s
      CROSS JOIN xf_calendar c
      CROSS JOIN xf_unit u
      JOIN xf_day n ON n.day_no <= u.longest
      JOIN xf_day f ON f.day_no = CASE u.unit
        WHEN 'working_day' THEN s.day_no + 1
        WHEN 'calendar_day' THEN s.day_no + n.day_no
        WHEN 'month' THEN (
          SELECT m.day_no FROM xf_day m
          WHERE m.month_no = s.month_no + n.day_no AND m.month_day =
            CASE WHEN s.month_day < m.month_length THEN s.month_day ELSE m.month_length END
        )
        ELSE s.day_no
      END
      LEFT JOIN xf_day d ON d.working_no = COALESCE(f.working_no - 1, f.working_rank)
        + CASE WHEN u.unit = 'working_day' THEN n.day_no ELSE 1 END"""

_COUNTED = f"""\
    SELECT
      p.*,
      CASE WHEN p.first_day > p.settled_through THEN 0 ELSE p.settled_rank - p.before_rank END
        AS settled_days,
      CASE WHEN p.first_day > p.settled_through THEN p.before_weekday
        ELSE p.settled_weekday_rank END AS open_weekday,
      CASE WHEN p.first_day > p.settled_through THEN p.first_day ELSE p.open_from END
        AS first_open,
      CASE WHEN p.first_day >= p.region_open THEN p.before_rank ELSE p.region_rank END
        AS told_rank,
      CASE WHEN p.first_day >= p.region_open THEN p.first_day ELSE p.region_open END
        AS first_untold
    FROM (
{_PLACED}
    ) p"""  # noqa: S608 - put together of our own parts

_BOUNDED = f"""\
  SELECT
    q.*,
    CASE WHEN q.needed > q.settled_days + q.caution THEN (
      SELECT w.the_date FROM xf_day w
      WHERE w.weekday_no = q.open_weekday + q.needed - q.settled_days - q.caution
    ) ELSE q.first_open END AS by_weekdays,
    CASE WHEN q.needed > q.told_rank - q.before_rank + q.region_margin THEN (
      SELECT g.the_date FROM xf_day g
      WHERE g.working_no = q.before_rank + q.needed - q.region_margin
    ) ELSE q.first_untold END AS by_region,
    CASE WHEN q.settled = 1 THEN q.due ELSE (
      SELECT l.the_date FROM xf_day l WHERE l.working_no = q.due_no + q.allowance
    ) END AS latest
  FROM (
{_COUNTED}
  ) q"""  # noqa: S608 - the same

VIEW_TEXT = f"""\
SELECT t.start_day, t.amount, t.unit, t.due, t.certainty, t.earliest, t.latest, t.unrolled
FROM (
SELECT
  b.start_day, b.amount, b.unit, b.due, b.latest,
  CASE WHEN b.unit = 'working_day' THEN b.due ELSE b.first_day END AS unrolled,
  CASE WHEN b.settled = 1 THEN 'settled' ELSE 'provisional' END AS certainty,
  CASE
    WHEN b.settled = 1 THEN b.due
    WHEN b.unit <> 'working_day' AND b.in_region = 1 AND b.first_untold < b.first_open
      THEN b.first_untold
    WHEN b.unit <> 'working_day' THEN b.first_open
    WHEN b.in_region = 0 OR b.first_untold > b.settled_through THEN b.by_weekdays
    WHEN b.by_region > b.settled_through AND b.by_weekdays < b.by_region THEN b.by_weekdays
    ELSE b.by_region
  END AS earliest
FROM (
{_BOUNDED}
) b
) t
WHERE t.due IS NOT NULL AND t.earliest IS NOT NULL AND t.latest IS NOT NULL"""  # noqa: S608 - the same
"""What the view selects: start_day, amount, unit; due, certainty, earliest, latest, unrolled."""
