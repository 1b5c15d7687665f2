"""What a number in a policy counts (计量单位)."""

from xinfang_core.vocabulary.terms import Term


class Measure(Term):
    """Units of a number that is no period (计量单位)."""

    yuan = "元"
    person = "人"
    place = "处"
    time = "次"
    square_metre = "平方米"
    minute = "分钟"
    percent = "百分比"
    point = "分"
    digit = "位小数"
