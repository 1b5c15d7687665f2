"""The examples of the README and the docs are tests: they run from the top of the repository."""

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# How fast an example runs says nothing of whether it is right; machines differ.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
).pytest()
