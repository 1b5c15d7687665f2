"""What can happen to a case (事件用语)."""

from xinfang_core.vocabulary.terms import Term


class EventKind(Term):
    """What can happen to a case (事项), in the order in which a day's events are taken."""

    receive = "收到"
    register = "登记"
    sign_mandate = "签订委托书"
    transfer = "转送"
    assign = "交办"
    object = "提出异议"
    escalate = "上报"
    start = "启动代办"
    file = "以信访人名义提交"
    accept = "受理"
    notify = "告知"
    deploy = "研究部署"
    promise = "承诺办结时间"
    meet = "见面"
    call = "电话联系"
    handle = "办理"
    suspend = "暂停计时"
    resume = "恢复计时"
    feed_back = "反馈"
    plan = "制定方案"
    report = "报告进展"
    extend = "延期"
    suggest = "提出建议"
    answer_suggestion = "反馈建议采纳情况"
    supervise = "督办"
    resolve = "解决"
    conclude = "办结"
    reply = "答复"
    inform = "告知办理结果"
    deliver = "送达"
    refute_delivery = "查实未送达"
    evaluate = "评价"
    request_review = "申请复查"
    review = "复查"
    request_re_review = "申请复核"
    re_review = "复核"
    revisit = "回访"
    pay_award = "发放奖励"
    archive = "归档"
    write_off = "销号"
    reopen = "重新办理"
    withdraw_mandate = "撤回委托"


class SuspensionCause(Term):
    """Why a limit does not run for a while (暂停计时原因)."""

    hearing = "听证"
    other = "其他"


class FeedbackMode(Term):
    """How the result of a matter is made known (反馈方式)."""

    phone = "电话告知"
    notice_board = "公示栏公示"
    meeting = "召集当面沟通"


class SupervisionStep(Term):
    """Steps by which a matter is supervised or answered for (督办措施)."""

    reminder_letter = "工作提醒函"
    key_supervision_letter = "重点督办函"
    accountability_letter = "问责建议函"
    work_interview = "工作约谈"
    first_copy = "一级抄告"
    second_copy = "二级抄告"
    third_copy = "三级抄告"
    red_card = "红牌警告"
    exposure = "通报曝光"
    interview = "约谈"
    bulletin = "通报"
    listed_supervision = "挂牌督办"


class LadderMeasure(Term):
    """What moves a matter up a ladder of steps (阶梯尺度)."""

    overdue_working_days = "逾期工作日数"
    elapsed_percent = "期限已用百分比"
    repeats = "重复次数"
