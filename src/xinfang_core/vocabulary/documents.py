"""Words of documents (文书用语): who reads them, who is in them, which there are."""

from __future__ import annotations

from xinfang_core.vocabulary.terms import Term


class Audience(Term):
    """Who reads a document (读者)."""

    petitioner = "信访人"
    handling_body = "承办单位"
    superior = "上级机关"
    public = "公众"
    accused = "被检举控告方"


class PartyRole(Term):
    """What somebody is in a case (当事方)."""

    petitioner = "信访人"
    agent = "代理员"
    accused = "被反映人"
    other = "其他人"


class LetterKind(Term):
    """Which letter or form of a case (文书种类)."""

    acceptance_notice = "受理告知书"
    non_acceptance_notice = "不予受理告知书"
    extension_notice = "延长办理期限告知书"
    transfer_letter = "转送函"
    assignment_letter = "交办函"
    objection = "异议书"
    handling_opinion = "信访处理意见书"
    review_opinion = "复查意见书"
    re_review_opinion = "复核意见书"
    mandate = "代理委托书"
    registration_form = "信访事项登记表"
    delivery_receipt = "送达回证"
    reminder_letter = "工作提醒函"
    key_supervision_letter = "重点督办函"
    accountability_letter = "问责建议函"
    interview_notice = "工作约谈通知"
    closing_report = "办结报告"


class LetterLayout(Term):
    """How a letter is laid out (版式)."""

    letter = "信函格式"
    official = "公文格式"
    form = "表格"
