"""A step that a policy declares itself (自定环节).

Which step may follow which, the policy says in ``[workflow]``, where it names its own like ours.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.sources import Sourced


@frozen
class OwnStep:
    """A step that a policy declares (自定环节).

    Attributes:
        name: its official name.

    """

    name: Sourced[str]
