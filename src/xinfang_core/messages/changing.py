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
    "change.no_rule": (
        "没有规则“{found}”，这个办法写了：{known}；路径照 policy show 显示的写",
        "there is no rule “{found}”; the policy gives: {known}",
    ),
    "change.no_rule_near": (
        "没有规则“{found}”，是否指 {nearest}？这个办法写了：{known}",
        "there is no rule “{found}”, did you mean {nearest}? The policy gives: {known}",
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
    "change.silent_whole": (
        "这里整项是“没有”或者“原文未载明”，没有“{found}”这一行；请先在文件里逐行写成 cells",
        "nothing at all is given here, and so no row “{found}”; write the rows as cells in the file first",
    ),
    "change.no_row": (
        "没有“{found}”这一行，可用：{known}",
        "there is no row “{found}”; there are: {known}",
    ),
    "change.short_path": (
        "“{found}”不是取值的路径；照 policy show 显示的写，如 reply_deadline.limit",
        "“{found}” is no path of a value; write it as policy show prints it, such as reply_deadline.limit",
    ),
    "change.picks": (
        "须写明每一个：{wanted}；没有用上的：{found}",
        "a row is picked by each of {wanted}; left over: {found}",
    ),
    "change.no_picks": (
        "这里只有一项取值，不用写 {found}",
        "there is only one value here; {found} picks nothing",
    ),
    "change.no_pick": (
        "“{found}”须写作 键=名称，如 reply_kind=general",
        "“{found}” is to be written as KEY=NAME, such as reply_kind=general",
    ),
    "change.not_later": (
        "施行日 {day} 不晚于现有的最新版本（{before}）；新版本须在其后施行",
        "{day} is not later than the newest edition ({before}); a new one takes force after it",
    ),
    "change.comment": (
        "# 《{notice}》：自 {day} 起施行，承接 {file}，取值先照旧；改动逐项引用新条款。",
        "# {notice}: in force from {day}, carried over from {file}; what changes cites its new clauses.",
    ),
    "change.transition": (
        "{day}起{event}的事项依《{notice}》适用本版本，此前的适用原版本",
        "by {notice} this version is for what is recorded ({event}) from {day} on, and the earlier one for what was before",
    ),
    "change.switching": (
        "{day}起{event}的事项依《{notice}》适用本版本，此前{event}而在办的自{switch_on}起改用本版本",
        "by {notice} this version is for what is recorded ({event}) from {day} on; what was recorded before and is open switches to it on {switch_on}",
    ),
    "change.keeps": (
        "--switch-on 要与 --open-cases switch 同用",
        "--switch-on goes with --open-cases switch",
    ),
    "change.shipped": (
        "{policy} 是随附的办法，不直接改动；请先用 policy new {policy} --effective 施行日 建一个新版本，再改那个文件夹",
        "{policy} comes with the library and is not changed; make a version of it with policy new first",
    ),
    "change.published": (
        "{label} 已经发布，不再改动；请用 policy new 另建一个以施行日命名的版本",
        "{label} is published and is not changed; make a version of a later day with policy new",
    ),
    "change.not_since": (
        "改了的取值须引用新条款（since = {day}），现引用“{clause}”；可用：{known}",
        "a changed value cites a clause with since = {day}, not “{clause}”; there are: {known}",
    ),
    "change.no_clause": (
        "改了的取值须引用新条款（since = {day}），现引用“{clause}”；还没有新条款，请先用 policy clause 加上",
        "a changed value cites a clause with since = {day}, not “{clause}”; there is none yet: add it with policy clause",
    ),
    "change.replaced": ("由条款 {clause} 代替", "replaced by clause {clause}"),
    "change.to_carry_out": (
        "尚无取值引用；引用后自动改为落实",
        "no value cites it yet; once one does, it is carried out",
    ),
    "change.clause_there": (
        "条款“{found}”已有，且不是本版本新增的；请另取一个编号",
        "the clause “{found}” is there already, and did not come with this version; choose another id",
    ),
    "change.clause_lacks": (
        "新增条款须写明位置和转述：--locator、--text",
        "a new clause needs --locator and --text",
    ),
    "change.both": (
        "--encoded-by 和 --set-aside 只能写一个",
        "either --encoded-by or --set-aside, not both",
    ),
    "change.new_or_scratch": (
        "--from-scratch 从头写起，不与 --effective、--notice、--output 同用",
        "--from-scratch begins from nothing and does not go with --effective, --notice or --output",
    ),
    "change.other_file": (
        "文件夹里已有 {name}，内容不同，不覆盖；请换一个文件夹",
        "{name} is there already and says something else; it is not overwritten, choose another folder",
    ),
    "change.told": (
        "{place} {address}：{before} → {after}（{citation}）",
        "{place} {address}: {before} → {after} ({citation})",
    ),
    "change.told_clause": (
        "条款 {clause}：{before} → {after}",
        "clause {clause}: {before} → {after}",
    ),
    "change.told_clause_part": (
        "条款 {clause} 的{part}：“{before}” → “{after}”",
        "{part} of clause {clause}: “{before}” → “{after}”",
    ),
    "change.set_aside": ("搁置（{why}）", "set aside ({why})"),
    "change.encoded_by": ("落实 {names}", "carried out by {names}"),
    "change.new_clause": ("没有这一条", "no such clause"),
    "change.nothing": ("没有改动，文件没有写", "nothing changes, nothing is written"),
    "change.dry_run": ("只是试看，文件没有写", "a trial: nothing is written"),
    "change.written": ("已写入 {path}", "written: {path}"),
    "change.next": (
        "新版本 {label}，取值照 {before}。下一步：在 Excel 里改的，xinfang policy export {folder} --output 改动.xlsx；只改一两处的，xinfang policy clause {folder} 编号 --locator 位置 --text 转述；xinfang policy set {folder} 路径 --value 取值 --clause 编号 --phrase 短语",
        "{label} has the values of {before}. Next: xinfang policy export {folder} --output change.xlsx, or xinfang policy clause {folder} ID --locator … --text …, then xinfang policy set {folder} PATH --value … --clause ID --phrase …",
    ),
    "change.which_row": (
        "这里有几行，须写明是哪一行：{known}",
        "there are several rows; say which: {known}",
    ),
    "change.undated": (
        "本版本没有施行日，不用确认变体",
        "this version has no first day; its variants need no confirming",
    ),
    "change.no_variant": (
        "没有变体“{found}”，可用：{known}",
        "there is no variant “{found}”; there are: {known}",
    ),
    "change.no_variant_near": (
        "没有变体“{found}”，是否指 {nearest}？可用：{known}",
        "there is no variant “{found}”, did you mean {nearest}? There are: {known}",
    ),
    "change.told_variant": (
        "变体 {name}（{title}）：{before} → {after}",
        "variant {name} ({title}): {before} → {after}",
    ),
    "change.confirmed": ("{day} 版本已确认", "confirmed for the version of {day}"),
    "change.unconfirmed": ("未确认", "not confirmed"),
    "change.other_part": (
        "取值没有“{found}”这一部分，可用：{known}",
        "a value has no part “{found}”; there are: {known}",
    ),
    "change.no_value": (
        "{name} 不能空着；原文没有说的写 silent",
        "{name} cannot be empty; write silent where the source does not say",
    ),
    "change.absent_step": (
        '清单中的一项不能写“{found}”；整个清单没有写明的，请在文件里写 value = "silent"',
        'an item of a list cannot be “{found}”; where the source gives no list at all, write value = "silent" for it in the file',
    ),
    "change.by_hand": (
        "文件的写法特别，程序不会改写这一处；请用记事本改，再用 policy validate 核对",
        "the file is written in a way that is not changed here; edit it by hand, then run policy validate",
    ),
}
"""Code to Chinese and English template."""
