"""The words of the account of a case (期限核算单)."""

TEXTS: dict[str, tuple[str, str]] = {}
