"""The words about letters, and what is wrong with what they are given (文书)."""

TEXTS: dict[str, tuple[str, str]] = {}
