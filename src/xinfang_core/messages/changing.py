"""The words of ``change``, Chinese first."""

TEXTS: dict[str, tuple[str, str]] = {
    "change.no_parameter": (
        "没有“{found}”这一项，可用：{known}",
        "there is no “{found}”; there are: {known}",
    ),
    "change.no_parameter_near": (
        "没有“{found}”这一项，是否指 {nearest}？可用：{known}",
        "there is no “{found}”, did you mean {nearest}? There are: {known}",
    ),
    "change.no_part": (
        "“{found}”没有指到一项取值；路径照 policy show 显示的写",
        "“{found}” leads to no value; write the path as policy show prints it",
    ),
    "change.not_given": (
        "文件没有写“{found}”，这里写了：{known}",
        "the file does not give “{found}”; here it gives: {known}",
    ),
    "change.not_given_near": (
        "文件没有写“{found}”，是否指 {nearest}？这里写了：{known}",
        "the file does not give “{found}”, did you mean {nearest}? Here it gives: {known}",
    ),
    "change.one_value": (
        "这里只有一项取值，不用写“{found}”",
        "there is only one value here; “{found}” picks nothing",
    ),
    "change.no_row": (
        "没有“{found}”这一行，可用：{known}",
        "there is no row “{found}”; there are: {known}",
    ),
    "change.other_part": (
        "取值没有“{found}”这一部分，可用：{known}",
        "a value has no part “{found}”; there are: {known}",
    ),
    "change.no_value": (
        "{name} 不能空着；原文没有说的写 silent",
        "{name} cannot be empty; write silent where the source does not say",
    ),
    "change.by_hand": (
        "文件的写法特别，程序不会改写这一处；请用记事本改，再用 policy validate 核对",
        "the file is written in a way that is not changed here; edit it by hand, then run policy validate",
    ),
}
"""Code to Chinese and English template."""
