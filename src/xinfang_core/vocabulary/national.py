"""The terms of the two national regulations (信访条例、信访工作条例用语)."""

from xinfang_core.vocabulary.terms import Term


class RouteResult(Term):
    """What a route of an appeal leads to (办理途径的去向)."""

    legal_procedure = "按照法律法规规定的程序处理"
    other_procedure = "导入相应程序处理"
    lawful_answer = "依法履行或者答复"
    handling_opinion = "出具信访处理意见书"


class LimitOrigin(Term):
    """Where the day count of a route is found (期限出处)."""

    regulation = "本条例规定的办理期限"
    own_procedure = "该程序自身的期限"


class HandlingDuty(Term):
    """What the competent body does about a matter of a class (分类办理要求)."""

    study = "认真研究论证"
    adopt = "合理可行的采纳或者部分采纳"
    respond = "予以回复"
    reward = "有贡献的按规定给予奖励"
    take_in = "依规依纪依法接收"
    accept = "依规依纪依法受理"
    handle = "依规依纪依法办理"
    feed_back = "依规依纪依法反馈"
    hear = "听取陈述事实和理由"
    verify = "调查核实"
    issue_opinion = "出具信访处理意见书"
    answer_in_writing = "书面答复"


class HearingGround(Term):
    """What makes a hearing possible (可以听证的情形)."""

    major = "重大"
    complicated = "复杂"
    difficult = "疑难"


class OutsideAs(Term):
    """What the regulation leaves outside, as no petition matter (不属信访事项的情形)."""

    consultation = "咨询"
    hotline = "热线工单"


class SameTest(Term):
    """What has to be the same for a repeat (重复信访的认定要件)."""

    person = "同人"
    matter = "同事"


class ComparedPerson(Term):
    """Who is compared where somebody acts for another (代他人信访时比对的人)."""

    principal = "被代理人"
    agent = "代理人"


class Repetition(Term):
    """Whether a matter came before (初次或者重复)."""

    first = "初次信访"
    repeat = "重复信访"


class PetitionSize(Term):
    """How many people petition together (信访人数规模)."""

    single = "个人信访"
    several = "多人信访"
    group = "集体信访"


class VisitLevel(Term):
    """Whether a visit goes level by level (走访层级)."""

    step_by_step = "逐级走访"
    skipping = "越级走访"


class LevelReach(Term):
    """Where a visit is made, seen from the competent level (走访层级与有权处理层级的关系)."""

    below = "下级"
    own = "本级"
    next_above = "上一级"
    further_above = "上一级之上的层级"


class Subject(Term):
    """Whose conduct or whose competence a matter is about (反映对象)."""

    administrative_organ = "行政机关及其工作人员"
    authorised_body = "法律、法规授权的组织及其工作人员"
    public_service = "提供公共服务的企业、事业单位及其工作人员"
    appointed_person = "行政机关任命、派出的人员"
    village_committee = "村民委员会、居民委员会及其成员"
    congress = "人大及其常委会职权范围"
    court = "人民法院职权范围"
    procuratorate = "人民检察院职权范围"
    discipline = "纪检监察机关受理范围"


class Intake(Term):
    """What becomes of a matter that comes in (受理与否)."""

    accept = "予以受理"
    to_political_and_legal = "转送政法部门"
    guide_to_political_and_legal = "引导向政法部门反映"
    to_discipline = "转送纪检监察机关"
    tell_competent = "告知向有权的机关提出"
    tell_legal_route = "不予受理并告知法定途径"
    refuse = "不予受理"
    no_longer = "不再受理"


class PetitionPart(Term):
    """What a petition states (信访事项载明内容)."""

    name = "姓名（名称）"
    address = "住址"
    request = "请求"
    facts = "事实"
    grounds = "理由"


class WrittenBy(Term):
    """Who writes a petition down (由谁记载)."""

    petitioner = "信访人书面载明"
    body = "有关机关、单位如实记录"


class AcceptanceDecider(Term):
    """Who settles which of several bodies accepts a matter (受理机关的确定)."""

    bodies = "所涉及的机关、单位协商"
    common_superior = "共同的上一级机关、单位"
    joint_conference = "共同的信访工作联席会议"


class Recipient(Term):
    """Who is told of a matter, or must not be (知悉范围)."""

    party_and_government = "本级党委和政府"
    government = "本级人民政府"
    competent_departments = "相关主管部门"
    superior_department = "上一级主管部门"
    joint_conference_office = "本级信访工作联席会议办公室"
    superior_petition_office = "上一级信访部门"
    national_bureau = "国家信访局"
    superior_government = "上一级人民政府"
    state_council = "国务院"
    personnel_department = "组织（人事）部门"
    party_leaders = "党委主要负责同志和分管负责同志"
    accused_person = "被检举、揭发的人员"
    accused_body = "被检举、揭发的单位"


class Promptness(Term):
    """How soon, where the source gives no number (时效要求)."""

    promptly = "及时"
    at_once = "立即"


class SuggestionKind(Term):
    """The three suggestions of a petition office (三项建议)."""

    improve_work = "改进工作"
    improve_policy = "完善政策"
    accountability = "追究责任"


class OpinionPart(Term):
    """What a handling opinion states (处理意见书载明内容)."""

    request = "投诉请求"
    facts_and_grounds = "事实和理由"
    opinion = "处理意见"
    legal_basis = "法律法规依据"


class OpinionResult(Term):
    """The outcomes of a handling opinion (处理结果)."""

    support = "予以支持"
    explain = "解释说明"
    reject = "不予支持"


class FollowUp(Term):
    """What follows a handling opinion (处理结果的后续工作)."""

    urge_execution = "督促执行"
    explain_to_petitioner = "做好解释工作"
    counsel = "疏导教育"


class Settlement(Term):
    """How the two sides of a dispute came to terms (调解和解)."""

    mediation = "调解"
    reconciliation = "和解"


class SettlementDocument(Term):
    """What is drawn up where they came to terms (协议文书)."""

    mediation_agreement = "调解协议书"
    reconciliation_agreement = "和解协议书"


class ForbiddenAct(Term):
    """What a petitioner may not do (信访禁止行为)."""

    blocking = "非法聚集、围堵冲击、拦截车辆或者堵塞交通"
    dangerous_objects = "携带危险物品、管制器具"
    violence = "侮辱、殴打、威胁工作人员或者限制他人人身自由"
    lingering = "在接待场所滞留、滋事或者弃留他人"
    inciting_or_profiteering = "煽动、操纵他人信访或者以信访为名敛财"
    other_disorder = "其他扰乱公共秩序的行为"


class GuidanceStep(Term):
    """What the staff do about a breach at a visit (劝阻教育措施)."""

    dissuade = "劝阻"
    criticise = "批评"
    educate = "教育"


class PublishedItem(Term):
    """What a body publishes about its petition work (信访工作公布事项)."""

    online_channel = "网络信访渠道"
    postal_address = "通信地址"
    mailbox = "电子信箱"
    phone = "咨询投诉电话"
    reception_times = "信访接待的时间和地点"
    query_ways = "查询处理进展和结果的方式"
    rules_and_laws = "有关党内法规和法律、法规、规章"
    procedure = "信访事项的处理程序"
    other_convenience = "其他便利信访人的事项"


class ReportCycle(Term):
    """How often something is reported or appraised (周期)."""

    yearly = "每年"


class ReportContent(Term):
    """What a report on the state of petitions contains (信访情况报告内容)."""

    statistics = "数据统计、涉及领域和被投诉较多的单位"
    passed_on = "转送、交办、督办情况"
    suggestions = "三项建议及采纳情况"
    improvement_adopted = "改进建议采纳情况"
    policy_suggestions = "政策性建议及采纳情况"
    other_matters = "其他应当报告的事项"
