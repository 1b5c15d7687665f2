"""The words of rulebooks (规则手册)."""

TEXTS: dict[str, tuple[str, str]] = {}
