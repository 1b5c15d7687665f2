"""The words of the masks (隐私)."""

TEXTS: dict[str, tuple[str, str]] = {}
