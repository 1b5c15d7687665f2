"""What is wrong with the form of a TOML file."""

TEXTS: dict[str, tuple[str, str]] = {}
