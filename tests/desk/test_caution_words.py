"""Cautions in the words of the page: of the same facts, without commands."""

from __future__ import annotations

from string import Formatter

import pytest

from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_desk.caution_words import TEXTS


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TEXTS)
def test_each_is_one_of_the_library_and_tells_of_its_facts_and_the_title_of_a_reading(
    code: str,
) -> None:
    assert _facts(TEXTS[code]) - {"title"} <= _facts(CATALOGUE[code][0])


def test_every_caution_that_names_a_command_has_words_of_the_page() -> None:
    named = {code for code, (text, _) in CATALOGUE.items() if "policy confirm" in text}
    assert {code for code in named if code.startswith("caution.")}
    assert {code for code in named if code.startswith("caution.")} <= TEXTS.keys()
    assert not [code for code, text in TEXTS.items() if "policy " in text or "--" in text]
