"""Why an answer is what it is: the words of reasons and findings."""

TEXTS: dict[str, tuple[str, str]] = {}
