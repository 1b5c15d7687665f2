"""What the command line and the reports say."""

TEXTS: dict[str, tuple[str, str]] = {}
