"""The terms of pace, staffing and figures (办理节奏、人员配备和指标用语)."""

from xinfang_core.vocabulary.terms import Term


class Force(Term):
    """How strictly a limit binds (约束力)."""

    in_principle = "原则上"
    must = "必须"
    where_needed = "有此情形的"


class WriteOffState(Term):
    """Whether a matter is still open (销号情况)."""

    open = "未销号"
    written_off = "已销号"


class ServiceCharge(Term):
    """Whether the petitioner pays for being served (服务收费)."""

    free = "无偿"
    charged = "收费"


class ServiceSite(Term):
    """Sites of the petition market by level (信访超市站点)."""

    district_centre = "区群众工作服务中心"
    town_centre = "乡镇（街道）群众工作服务中心"
    village_station = "村（社区）群众工作服务站"


class Official(Term):
    """Who holds a post by virtue of an office (任职人员)."""

    deputy_secretary = "专职副书记"
    judicial_office_head = "司法所所长"
    party_secretary = "党组织书记"
    work_team_leader = "驻村工作队长"


class MemberSource(Term):
    """Where the members of a site come from (成员来源)."""

    governance_office = "社会治安综合治理办公室"
    petition_office = "信访办公室"
    agricultural_station = "农综站"
    land_office = "国土所"
    police_station = "派出所"
    committee_cadre = "村（社区）“两委”干部"
    assigned_graduate = "到村任职选调生"
    work_team_member = "驻村工作队成员"
    reserve_cadre = "村级后备干部"
    respected_elder = "“五老乡贤”"


class Workplace(Term):
    """Where those who serve at a site work (办公方式)."""

    together = "集中办公"
    governance_centre = "综治中心集中办公"


class Rounding(Term):
    """How a rate is cut to its places (取舍方式)."""

    half_up = "四舍五入"
    half_even = "四舍六入五取偶"
    half_down = "五舍六入"
    truncate = "舍去尾数"


class OpenMatters(Term):
    """Whether what is not due yet stands among what was owed (在期事项的计法)."""

    counted = "计入"
    apart = "不计入"


class Tally(Term):
    """What is counted (计数项目)."""

    total = "总件次"
    accepted = "受理"
    assigned = "交办"
    defused = "化解"
    concluded = "办结"
    resolved = "解决"
    settled = "息访"
    visits = "接访"
    visits_concluded = "接访办结"
    letters = "信件"
    letters_concluded = "信件办结"
    paper_letters = "纸质来信"
    mailbox_letters = "信箱来件"
    livelihood = "民生诉求"
    town_concluded = "镇街直接办结"
    forwarded_concluded = "转办、交办办结"
    online = "网上信访"
    repeated = "重复件次"
    acceptance_owed = "应受理"
    accepted_in_time = "及时受理"
    notice_owed = "应告知"
    noticed_in_time = "按期告知"
    reply_owed = "应答复"
    replied_in_time = "按期答复"
    conclusion_owed = "应办结"
    concluded_in_time = "按期办结"
    rating_owed = "应评价"
    rated = "参评"
    rated_satisfied = "满意和基本满意"
    satisfied_or_overdue = "满意、基本满意和逾期未评价"


class Indicator(Term):
    """Rates that are published or appraised (指标)."""

    conclusion = "办结率"
    visit_conclusion = "接访办结率"
    letter_conclusion = "信件办结率"
    defusal = "化解率"
    settlement = "息访率"
    resolution = "解决率"
    livelihood_share = "民生诉求占比"
    town_share = "镇街直接办结占比"
    forwarded_share = "转办、交办办结占比"
    online_share = "网信占比"
    repetition = "重复信访率"
    timely_acceptance = "及时受理率"
    timely_notice = "按期受理告知率"
    timely_reply = "按期答复率"
    timely_conclusion = "按期办结率"
    participation = "参评率"
    satisfaction = "满意率"


class WorkKind(Term):
    """Kinds of work that set the pace (工作类别)."""

    major = "重大问题（含复杂问题）"
    dated = "有明确时间节点的工作"
    general = "一般性工作"


class FullTimeCounting(Term):
    """Whether the full-time staff stand among the members of a site (专职人员的计法)."""

    within = "计入成员"
    apart = "另计"


class StaffingItem(Term):
    """What the staffing of a site is checked for (人员配备事项)."""

    head = "主要负责人"
    deputy = "副职"
    full_time = "专职工作人员"
    members = "成员人数"
    sources = "成员来源"
    workplace = "办公方式"
