"""The terms of statutory limits, simplified handling and ratings (期限、简易办理和评价用语)."""

from xinfang_core.vocabulary.terms import Term


class OverdueScheme(Term):
    """What a rating that was not given in time counts as (逾期未评价的计法)."""

    apart = "单列"
    satisfied = "视为满意"


class EvaluationState(Term):
    """Where the rating of one target stands (评价状态)."""

    rated = "已评价"
    unrated = "未评价"
    overdue_unrated = "逾期未评价"


class Procedure(Term):
    """By which procedure a matter is handled (办理程序)."""

    ordinary = "普通程序"
    simplified = "简易办理"


class SimplifiedExclusion(Term):
    """What keeps a matter from the simplified procedure (不适用简易办理的情形)."""

    other_route = "属于其他法定途径"
    superior_assigned = "上级交办"
    may_not_support = "可能不予支持"
    several_responsible = "涉及多个责任主体"
    joint_signature = "集体联名"
    not_first = "并非初次信访"
