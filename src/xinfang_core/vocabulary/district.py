"""The terms of three-level service centres and of scores (三级服务中心和评分用语)."""

from xinfang_core.vocabulary.terms import Term


class LevelColour(Term):
    """The three colours that mark which level handles a matter (三色类别), never its urgency."""

    red = "红色类"
    orange = "橙色类"
    yellow = "黄色类"


class FeedbackCase(Term):
    """Kinds of matters by which the result is made known (反馈对象)."""

    individual = "个人反映"
    group = "群体反映"
    policy_bound = "政策性不能马上解决"


class IntakeChannel(Term):
    """Ways in which requests are gathered (收集途径)."""

    service_hall = "便民大厅接收"
    household_visit = "干部入户收集"
    work_review = "工作推进查找"
    network_platform = "网络平台反映"


class HotTopic(Term):
    """Topics of people's livelihood that many requests are about (诉求热点)."""

    employment_and_insurance = "人力社保"
    health_care = "医疗卫生"
    housing = "住房"
    sanitation = "环卫"
    transport = "交通"
    utilities = "水电气讯"


class ServiceCentre(Term):
    """Service centres below the district, by what they serve (服务中心类别)."""

    street_centre = "街道公共服务中心"
    town_centre = "镇公共服务中心"
    village_centre = "村（社区）便民服务中心"


class FloorArea(Term):
    """Whether a site is as large as it must be (阵地面积情况)."""

    sufficient = "达标"
    insufficient = "不足"


class AppUser(Term):
    """Who uses the application of the platform (应用使用人)."""

    village_staff = "村（社区）专职干部"
    group_leader = "村（居）民小组长"
    active_party_member = "骨干党员"
    residents_representative = "村（居）民代表"
    department_official = "区级部门主要领导及相关工作人员"
    town_official = "镇街主要领导及相关工作人员"


class AppEdition(Term):
    """Editions of the application of the platform (应用版本)."""

    management = "管理版"
    public = "公众版"
    query = "查询版"


class AppInstallation(Term):
    """The editions that one user installs (安装版本)."""

    management_and_public = "管理版、公众版"
    public = "公众版"
    query = "查询版"


class ScoreScheme(Term):
    """How a share of a hundred becomes points (工作评分计算方式)."""

    share_of_points = "比率乘以分值"


class WorkMeasure(Term):
    """What the score of petition work is made of (工作评分项目)."""

    timely_acceptance = "及时受理率"
    timely_reply = "按期答复率"
    repeat_control = "重复信访治理"
    satisfaction = "参评群众满意率"
    participation = "群众参评率"
