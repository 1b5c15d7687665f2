"""How firmly an answer stands, and what is missing (依据和空缺)."""

from xinfang_core.vocabulary.terms import Term


class Basis(Term):
    """How firmly a value rests on its source (依据性质), firmest first."""

    stated = "原文载明"
    interpreted = "解释"
    assumed = "推定"


class Absent(Term):
    """What may stand in place of a value (空缺): there is none, or the source does not say."""

    none = "无"
    silent = "原文未载明"


class Undetermined(Term):
    """The outcome of a question that cannot be answered from what is known (无法确定)."""

    undetermined = "无法确定"
