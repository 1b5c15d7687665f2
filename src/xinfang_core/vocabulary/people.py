"""Who takes part (当事方)."""

from xinfang_core.vocabulary.terms import Term


class AgentCategory(Term):
    """Who serves as an agent (代理员类别)."""

    civil_servant = "公务员"
    public_institution_staff = "事业单位工作人员"
    village_committee_cadre = "村（社区）“两委”干部"
    graduate_village_official = "大学生村官"
    residents_group_leader = "村（居）民小组长"
    community_volunteer = "社区志愿者"
    deputy_or_member = "“两代表一委员”"
    property_manager = "物业管理人员"
    public_spirited_resident = "热心服务群众人士"
    governance_worker = "综治专干"
    village_stationed_cadre = "包村科级干部"
    grid_worker = "网格员"
    petition_office_staff = "信访局干部职工"
    petition_office_head = "信访局主要领导"


class Role(Term):
    """Who owes a duty, to whom, or is rated (当事方)."""

    petitioner = "信访人"
    agent = "代理员"
    handling_body = "承办单位"
    petition_office = "信访部门"
    petition_worker = "信访工作人员"
    competent_department = "事权部门"
    reviewing_body = "复查机关"
    re_reviewing_body = "复核机关"
    party_and_government = "本级党委和政府"
    inspection_office = "督查考核办"


class ReceivingBody(Term):
    """Who received a matter from the petitioner (收到机关)."""

    petition_office = "信访部门"
    body = "其他机关、单位"


class Level(Term):
    """Levels of handling, lowest first (层级)."""

    village = "村（社区）"
    town = "乡镇（街道）"
    district = "区（县）"
    city = "市"
    province = "省"
    nation = "国家"


class ProxyForm(Term):
    """How a proxy comes about (代办形式)."""

    assigned = "指定代办"
    initiated = "主动代办"
    entrusted = "委托代办"


class MandateProof(Term):
    """What an agent shows besides the mandate (委托证明)."""

    kinship = "关系证明"
    recommendation = "推荐书"
