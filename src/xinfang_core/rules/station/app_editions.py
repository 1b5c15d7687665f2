"""Which editions of the application does somebody install? (应用版本).

Source: Yubei (渝北“三级服务中心”), part three. The full-time cadres of villages and communities
install the management and the public edition, group leaders, active party members and residents'
representatives the public one, the heads of departments, streets and towns and their staff the
query one.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import Table
from xinfang_core.vocabulary import (
    Absent,
    AppEdition,
    AppInstallation,
    AppUser,
    Severity,
    Undetermined,
)

__all__ = ["check_editions"]

PARTS: dict[AppInstallation, tuple[AppEdition, ...]] = {
    AppInstallation.management_and_public: (AppEdition.management, AppEdition.public),
    AppInstallation.public: (AppEdition.public,),
    AppInstallation.query: (AppEdition.query,),
}
"""The editions that an installation is made of."""


@frozen
class Params:
    """What a policy says about the application.

    Attributes:
        installation: the editions of each kind of user.

    """

    installation: Table[AppUser, AppInstallation]


def check_editions(
    user: AppUser, installed: Collection[AppEdition] | None, params: Params
) -> Decision[AppInstallation]:
    """The editions that somebody installs, and what is lacking or foreign to that.

    Args:
        user: what kind of user it is.
        installed: the editions that are installed; None where not recorded.
        params: the policy's editions.

    """
    wanted = params.installation[user]
    if isinstance(wanted.value, Absent):
        return Decision(Undetermined.undetermined, (silence(wanted),))
    facts = (("user", user), ("installation", wanted.value))
    reason = Reason("app_editions.by_user", facts, wanted.citation)
    if installed is None:
        return Decision(wanted.value, (reason,))
    parts = PARTS[wanted.value]
    lacking = tuple(edition for edition in parts if edition not in installed)
    foreign = tuple(
        edition for edition in AppEdition if edition in installed and edition not in parts
    )
    findings = tuple(
        Finding(Severity.notice, Reason(code, (("editions", editions),), wanted.citation))
        for code, editions in (
            ("app_editions.lacking", lacking),
            ("app_editions.foreign", foreign),
        )
        if editions
    )
    return Decision(wanted.value, (reason,), findings)
