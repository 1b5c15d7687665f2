"""The terms of evaluation and award (评价和奖励用语)."""

from xinfang_core.vocabulary.terms import Term


class Grade(Term):
    """Grades of satisfaction (满意度等次); ``unrated`` says that none was given."""

    satisfied = "满意"
    basically_satisfied = "基本满意"
    dissatisfied = "不满意"
    unrated = "未评价"


class Settled(Term):
    """Whether the petitioner ended complaint and petition (息诉息访)."""

    yes = "是"
    no = "否"


class AwardKind(Term):
    """How the work of an agent is recognised (奖励方式)."""

    money = "以奖代补"
    appraisal = "年度考核"


class AwardLevel(Term):
    """Levels of the award for one case, lowest first (奖励档次)."""

    completed = "成功代理"
    accepted = "评价基本满意以上"
    resolved = "息诉息访且满意"


class AwardScheme(Term):
    """How the levels of one case combine (奖励计算方式)."""

    highest_level = "按最高一档"
    sum = "各档累加"
    base_plus_bonus = "基础奖励另加一档"
