"""The words of bulletins (通报、台账)."""

TEXTS: dict[str, tuple[str, str]] = {}
