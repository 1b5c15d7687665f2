"""The words of ``change``, Chinese first."""

TEXTS: dict[str, tuple[str, str]] = {}
"""Code to Chinese and English template."""
