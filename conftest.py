"""The examples of the README and the docs are tests: they run from the top of the repository."""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# How fast an example runs says nothing of whether it is right; machines differ. What a test needs
# more examples for, it says itself; `--hypothesis-profile=nightly` looks much further.
settings.register_profile("ci", deadline=None, max_examples=30)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile("ci")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
).pytest()
