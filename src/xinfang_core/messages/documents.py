"""The words that all documents share (文书)."""

TEXTS: dict[str, tuple[str, str]] = {}
