"""What to look at before an edition takes force (生效前须核对的), as the page 改规则 says it.

The library names the edition, the keys and the commands. On the page the edition is the one in
hand, a reading is called by its title, and what is to be done is a button or a step of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.messages import words

if TYPE_CHECKING:
    from xinfang_core.decision import Reason
    from xinfang_core.policy import Edition

TEXTS: Final = {
    "caution.carried_over": (
        "{place} 由{was}改为{now}，另一种理解没有跟着改，仍为{kept}：{title}（{variant}）。"
        "仍然有效的，按“核对过了”；要改的，在第 3 步的表“另一种理解”中改"
    ),
    "caution.old_numbers": (
        "取值已改，另一种理解的说明没有改：{title}（{variant}），“{text}”。"
        "请核对其中的数，无误的，按“核对过了”；要改的，在第 3 步的表“另一种理解”中改"
    ),
    "caution.not_since": (
        "{place} 由{was}改为{now}，引用的却还是{clause}：请在第 2 步登记通知的条款，再改为引用它"
    ),
    "caution.added_not_since": (
        "{place} 新增{now}，引用的却是原有的{clause}：请在第 2 步登记通知的条款，再改为引用它"
    ),
    "caution.repeats": (
        "{place} 由{was}改为{now}，{other} 的文字没有改，其中有旧的数：“{text}”；请核对"
    ),
    "caution.provisional": (
        "{year} 年的放假通知还没有（现已公布至 {through}），新版本施行时日期都是暂定："
        "公布以后，在“日历”页录入"
    ),
}
"""By the code of a caution its sentence, of the same facts."""


def caution_text(reason: Reason, edition: Edition) -> str:
    """The sentence of a caution about an edition that the page has in hand."""
    template = TEXTS.get(reason.code)
    facts = dict(reason.facts)
    if template is None or facts.get("label") != edition.label:
        return reason.text()
    told = {name: words(value, "zh") for name, value in facts.items()}
    variant = edition.variants.get(str(facts.get("variant", "")))
    return template.format(**told, title=variant.title if variant else "")
