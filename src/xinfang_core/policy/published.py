"""The policy files that come with the library (随附的办法文件), and what is recorded of each.

``policies/published.toml`` lists them by policy and version, with the digest of their text. A
published file is never edited: a change is a new version. Whoever edits one all the same, in an
installed library or in a copy of it, has other answers under the same label; the digest tells.
"""

from __future__ import annotations

import os.path
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = "published.toml"
# As text, which is what a loader takes; the library may be in a zip file.
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "policies")  # noqa: PTH118, PTH120
_DIGITS = 16


@frozen(cache_hash=True)
class Mark:
    """What tells an edition from an edited one of the same label (版本标记).

    Attributes:
        label: ``ID@DATE``; both files' labels where one fills in the other.
        texts: what the files say; nothing in a copy that came from elsewhere.
        told: the digest, in such a copy.

    """

    label: str
    texts: tuple[str, ...] = field(repr=False)
    told: str = field(default="", repr=False)

    def __reduce__(self) -> tuple[type[Mark], tuple[object, ...]]:
        # Whoever keeps an answer does not want the whole policy with it.
        return Mark, (self.label, (), self.digest)

    @property
    def digest(self) -> str:
        """The digest of the text; of two files both."""
        return self.told or "+".join(map(digest_of, self.texts))


@cache
def published() -> Mapping[str, Mapping[str, str]]:
    """By policy, the national one first, and version the recorded digest."""
    text = packaged_bytes(_LIST).decode()
    return cast("Mapping[str, Mapping[str, str]]", read_toml(text, _LIST).data)


def packaged_bytes(name: str) -> bytes:
    """A file in the folder of policies, wherever the library is installed."""
    # importlib.resources does the same, after it has imported zipfile and tempfile.
    loader: Any = __spec__.loader
    data: bytes = loader.get_data(os.path.join(_FOLDER, *name.split("/")))  # noqa: PTH118
    return data


def digest_of(text: str) -> str:
    """What tells a text from an edited one: the first 16 hex digits of its SHA-256 hash.

    ``text`` is without a byte order mark, its lines end in LF; so a file is the same on every
    system, and ``sha256sum`` tells the same of it.
    """
    from hashlib import sha256  # it loads OpenSSL, and few ask

    return sha256(text.encode()).hexdigest()[:_DIGITS]


def recorded_digest(label: str) -> str | None:
    """The digest of the published file ``ID@VERSION``; None where none is called so."""
    policy_id, _, version = label.partition("@")
    return published().get(policy_id, {}).get(version)
