"""What the file is made of: the Python packages inside and their licences (关于)."""

from __future__ import annotations

import sys
from importlib.metadata import Distribution, distributions

from xinfang_core.cli.notices import settled_through

_LICENCE = ("LICENSE", "LICENCE", "COPYING")


def components() -> list[dict[str, object]]:
    """Name, version, licence and its texts of each package, as the packages themselves say."""
    found = {one.metadata["Name"]: one for one in distributions()}
    return [_component(found[name]) for name in sorted(found, key=str.lower)]


def python() -> dict[str, str]:
    """Python's own version and the text of its licence's beginning."""
    return {"version": sys.version.split()[0], "copyright": sys.copyright}


def calendar_end() -> str:
    """The last day of which the holidays are known, by notices taken into use too."""
    return settled_through().isoformat()


def _component(one: Distribution) -> dict[str, object]:
    told = one.metadata
    licence = str(told.json.get("license_expression") or told.json.get("license") or "")
    texts = [
        file.read_text(encoding="utf-8")
        for file in one.files or ()
        if file.name.upper().startswith(_LICENCE) and file.suffix != ".py"
    ]
    return {
        "name": told["Name"],
        "version": one.version,
        "licence": licence.splitlines()[0] if licence else "",
        "texts": texts,
    }
