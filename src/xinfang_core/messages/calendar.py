"""How days are counted: the words of the calendar and its ledger."""

TEXTS: dict[str, tuple[str, str]] = {}
