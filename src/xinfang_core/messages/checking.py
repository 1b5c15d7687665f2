"""The words of ``examples``, Chinese first."""

TEXTS: dict[str, tuple[str, str]] = {}
"""Code to Chinese and English template."""
