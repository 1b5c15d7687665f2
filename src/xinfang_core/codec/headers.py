"""The headers of a register (登记表表头): official Chinese for each fact, columns of the events.

Only words stand here. What a column holds is told by the type of its fact in ``case``.
"""

from xinfang_core.vocabulary import EventKind, Role

CASE = {
    "category": "事项类别",
    "urgent": "紧急标志",
    "social_impact": "可能造成社会影响",
    "needs_investigation": "需要调查协调",
    "consultation": "咨询标志",
    "case_class": "信访类别",
    "handling_opinion": "出具处理意见书",
    "route": "办理途径",
    "contact_unclear": "姓名住址不清",
    "settled": "息诉息访",
    "purpose": "信访目的",
    "form": "信访形式",
    "received_by": "收到机关",
    "people": "信访人数",
    "representatives": "代表人数",
    "group": "集体访标志",
    "repeats": "重复次数",
    "earlier_within_limit": "此前事项在期",
    "same_person": "信访人相同",
    "same_matter": "事项相同",
    "same_grounds": "事实和理由相同",
    "earlier_stage": "此前办理情况",
    "visited_level": "走访层级",
    "competent_level": "有权处理层级",
    "not_competent": "不属本机关职权",
    "major": "重大标志",
    "complicated": "复杂标志",
    "group_complex": "涉及群体复杂",
    "wide_reach": "牵涉面广",
    "case_weight": "信访轻重",
    "case_stage": "矛盾阶段",
    "document_form": "五件式类别",
    "intake_channel": "收集途径",
    "hot_topic": "诉求热点",
    "village_can_handle": "村社能办理",
    "town_can_handle": "镇街能办理",
    "city_level": "涉及市级层面",
    "multi_department": "涉及多部门",
    "cross_town": "跨镇街标志",
    "policy_bound": "政策性问题",
    "resolvable": "可以解决",
    "own_deadline": "上级指定期限",
    "simplified": "简易办理",
    "superior_assigned": "上级交办",
    "may_not_support": "可能不予支持",
    "joint_signature": "联名标志",
    "service_fee": "代办收费",
    "proxy_form": "代办形式",
    "mandate_agents": "受托人数",
    "signs": "苗头",
    "conduct": "办理问题",
    "subject": "反映对象",
    "acceptance_disputed": "受理争议",
    "common_superior": "共同上一级",
    "mandate_proofs": "委托证明",
}
"""The facts of a case; its number, its history and its agent have columns of their own."""

AGENT = {
    "agent_no": "代理员编号",
    "category": "代理员类别",
    "registered": "代理员登记造册",
    "trained": "代理员培训合格",
    "is_petitioner": "本人代理",
    "works_offline": "代理员书面登记",
    "first_contact": "首接员标志",
}
"""The facts of the agent."""

EVENT = {
    "kind": "事件",
    "at": "时间",
    "extension": "延长天数",
    "reason_told": "已告知延期理由",
    "grade": "满意度",
    "target": "评价对象",
    "until": "截止日期",
    "cause": "暂停原因",
    "step": "督办措施",
    "mode": "反馈方式",
    "amount": "金额",
}
"""The keys of one event in a history."""

EVENTS: dict[EventKind, dict[str, tuple[str, str]]] = {
    EventKind.register: {"at": ("registered_at", "登记日期")},
    EventKind.receive: {"at": ("received_at", "收到日期")},
    EventKind.sign_mandate: {"at": ("mandate_signed_at", "委托书签订日期")},
    EventKind.transfer: {"at": ("transferred_at", "转送日期")},
    EventKind.assign: {"at": ("assigned_at", "交办日期")},
    EventKind.object: {"at": ("objected_at", "提出异议日期")},
    EventKind.start: {"at": ("started_at", "启动代办日期")},
    EventKind.file: {"at": ("filed_at", "代为提交日期")},
    EventKind.accept: {"at": ("accepted_at", "受理日期")},
    EventKind.notify: {"at": ("notified_at", "告知日期")},
    EventKind.deploy: {"at": ("deployed_at", "研究部署日期")},
    EventKind.promise: {
        "at": ("promised_at", "作出承诺日期"),
        "until": ("promised_until", "承诺办结日期"),
    },
    EventKind.feed_back: {"at": ("fed_back_at", "反馈日期")},
    EventKind.plan: {
        "at": ("planned_at", "制定方案日期"),
        "until": ("planned_until", "方案完成日期"),
    },
    EventKind.extend: {
        "at": ("extended_at", "延期批准日期"),
        "extension": ("extension", "延长天数"),
        "reason_told": ("reason_told", "已告知延期理由"),
    },
    EventKind.resolve: {"at": ("resolved_at", "解决日期")},
    EventKind.conclude: {"at": ("concluded_at", "办结日期")},
    EventKind.reply: {"at": ("replied_at", "答复日期")},
    EventKind.inform: {
        "at": ("informed_at", "结果告知日期"),
        "mode": ("feedback_mode", "反馈方式"),
    },
    EventKind.deliver: {"at": ("delivered_at", "送达日期")},
    EventKind.request_review: {"at": ("review_requested_at", "申请复查日期")},
    EventKind.review: {"at": ("reviewed_at", "复查日期")},
    EventKind.request_re_review: {"at": ("re_review_requested_at", "申请复核日期")},
    EventKind.re_review: {"at": ("re_reviewed_at", "复核日期")},
    EventKind.pay_award: {
        "at": ("award_paid_at", "奖励发放日期"),
        "amount": ("award_paid", "奖励发放金额"),
    },
    EventKind.archive: {"at": ("archived_at", "归档日期")},
    EventKind.write_off: {"at": ("written_off_at", "销号日期")},
    EventKind.withdraw_mandate: {"at": ("mandate_withdrawn_at", "撤回委托日期")},
    EventKind.evaluate: {"at": ("evaluated_at", "评价日期")},
}
"""The events that happen once, each with the columns of its parts: key and header.

What may come again by its nature (meetings, calls, suspensions, steps of supervision, visits
afterwards) stands in the list ``events`` of a JSON record.
"""

GRADES = {
    Role.agent: "代理员满意度",
    Role.handling_body: "承办单位满意度",
    Role.petition_office: "信访部门满意度",
    Role.petition_worker: "信访工作人员满意度",
}
"""Columns of the grades, by who is rated."""

ALIASES = {
    "信访编号": "case_no",
    "信访件号": "case_no",
    "信访事项编号": "case_no",
    "事项编号": "case_no",
    "办件编号": "case_no",
    "工单编号": "case_no",
    "工单号": "case_no",
}
"""Other names of the same, as registers have them; read where nothing else is the field."""

AMBIGUOUS = {
    "派单日期": ("assigned_at", "transferred_at"),
    "转办日期": ("transferred_at", "assigned_at"),
}
"""Names that may be either of two fields, and would change answers if they were ignored."""

LIKELY = {
    "来件日期": "received_at",
    "来信日期": "received_at",
    "来访日期": "received_at",
    "信访日期": "received_at",
    "收件日期": "received_at",
    "接收日期": "received_at",
    "立案日期": "accepted_at",
    "回复日期": "replied_at",
    "结案日期": "concluded_at",
    "办毕日期": "concluded_at",
    "完成日期": "concluded_at",
}
"""Names that are proposed for a field, and never read without being asked for."""
