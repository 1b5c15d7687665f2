"""Rules about many cases (台账): rates, totals and repeats."""
