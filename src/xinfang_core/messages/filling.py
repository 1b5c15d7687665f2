"""Faults of a host's file that fills in another policy (填补未载明的取值的错误)."""

TEXTS: dict[str, tuple[str, str]] = {
    "fill.declares": (
        "补充文件不能自定类别、环节、期限，只能补所补办法自定的；请另写一个办法",
        "a file that fills in another policy declares nothing itself, and only fills in what that declares; write a policy of its own",
    ),
    "fill.nothing": (
        "本文件没有补写任何取值",
        "this file fills in no value",
    ),
    "fill.empty": (
        "这里没有补写任何取值；暂时不补的，不写这一项",
        "nothing is filled in here; leave out what is not filled in yet",
    ),
    "fill.later_rule": (
        "{policy} 没有这条规则；只补较晚版本的，effective 请写该版本的施行日或者以后",
        "{policy} does not have this rule; to fill in a later edition only, let effective be its first day in force, or later",
    ),
    "policy.outside_as_of_others": (
        "只有单独成篇的地方办法可以写明所办不属信访事项；国家规定和补充文件不写 outside_as",
        "only a local policy of its own can declare its matters to be no petitions",
    ),
    "fill.same_id": (
        "本文件是补充，编号不能是“{found}”，请另取一个",
        "a file that fills in another policy needs an id of its own, not “{found}”",
    ),
    "fill.another": (
        "与 {other} 所补的办法不同，同一文件夹只补一个办法",
        "{other} fills in another policy; the files of a folder fill in one",
    ),
    "fill.given": (
        "{policy} 已有取值（{value}），不能改写；只能补写 silent（原文未载明）的，另一种理解请写成变体",
        "{policy} gives this value already ({value}); only a silent one can be filled in, and another reading is a variant",
    ),
    "fill.given_cells": (
        "{policy} 的表中已有取值，不能改写：{keys}；只能补写 silent（原文未载明）的，另一种理解请写成变体",
        "{policy} gives these cells already: {keys}; only silent ones can be filled in, and another reading is a variant",
    ),
    "fill.given_before": (
        "{file}（{policy}）已经补写（{value}），后补的不能改写；两处请只留一处",
        "{file} ({policy}) has filled this in already ({value}), and what comes later changes nothing: keep one of the two",
    ),
    "fill.given_cells_before": (
        "{file}（{policy}）已经补写表中的：{keys}；后补的不能改写，两处请只留一处",
        "{file} ({policy}) has filled in these cells already: {keys}; what comes later changes nothing, so keep one of the two",
    ),
    "fill.unknown": (
        "没有名为“{found}”的办法，现有：{known}；补自己的办法，把那个办法写在前面：办法+补充文件",
        "there is no policy “{found}”; there are: {known}. To fill in a policy of your own, name that first: POLICY+FILE",
    ),
    "fill.unknown_near": (
        "没有名为“{found}”的办法，是否为“{nearest}”？现有：{known}；补自己的办法，把那个办法写在前面：办法+补充文件",
        "there is no policy “{found}”, did you mean “{nearest}”? There are: {known}. To fill in a policy of your own, name that first: POLICY+FILE",
    ),
    "fill.not_beneath": (
        "本文件补的是“{found}”，不在它前面的办法之列：{known}",
        "this file fills in “{found}”, which is none of those that it is laid over: {known}",
    ),
    "fill.not_beneath_near": (
        "本文件补的是“{found}”，是否为“{nearest}”？它前面的办法为：{known}",
        "this file fills in “{found}”, did you mean “{nearest}”? It is laid over: {known}",
    ),
    "fill.not_said": (
        "写在后面的须是补充文件；题头请写 fills，为它前面的办法之一：{known}",
        "what is laid over another has to fill it in: let fills be one of {known}",
    ),
    "fill.not_silent": (
        "{policy} 的这一项没有写 silent（原文未载明），补充文件不能写",
        "{policy} does not say that this is silent, so there is nothing to fill in",
    ),
    "fill.still_silent": (
        "补写的取值不能仍是 silent；暂时不补的，不写这一项",
        "what is filled in cannot be silent again; leave out what is not filled in yet",
    ),
    "fill.no_rule": (
        "{policy} 没有这条规则，要写须写全，还缺少：{names}",
        "{policy} does not have this rule, so it is written whole; it lacks: {names}",
    ),
    "fill.other_event": (
        "决定适用哪一版的事件为“{found}”，须与 {policy} 的相同：{wanted}",
        "picked by “{found}”, but what it fills in, {policy}, by “{wanted}”",
    ),
    "fill.same_clause": (
        "条款编号“{found}”在 {policy} 中已有，请另取一个",
        "{policy} has a clause “{found}” already; take another id",
    ),
    "fill.same_variant": (
        "变体“{found}”在 {policy} 中已有，请另取一个名称",
        "{policy} has a variant “{found}” already; take another name",
    ),
}
