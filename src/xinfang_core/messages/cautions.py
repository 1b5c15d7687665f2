"""What to look at before a policy takes force (生效前的提醒)."""

from __future__ import annotations

TEXTS = {
    "caution.edited": (
        "{label} 已经发布，文件却被改动（现散列 {digest}），同一版本会得出不同结论；请恢复原文件，另建一个以施行日命名的版本",
        "{label} is published, yet its file was edited (digest {digest} now): one label, other answers; restore it, and write the change as a version named by its first day",
    ),
    "caution.carried_over": (
        "{label} 的变体“{variant}”沿用旧值：{place} 的默认取值由{was}改为{now}，变体仍为{kept}；仍然有效的，用 policy confirm 确认（confirmed = {day}），否则改写或者删去",
        "{label}: variant “{variant}” is carried over: {place} was {was} and is {now} by default, the variant still says {kept}; if it still holds confirm it with policy confirm (confirmed = {day}), else change or drop it",
    ),
    "caution.old_numbers": (
        "{label} 的变体“{variant}”沿用旧说明：“{text}”；默认取值已改，请核对其中的数，无误的用 policy confirm 确认（confirmed = {day}）",
        "{label}: variant “{variant}” keeps its old words “{text}” though the default values changed: check their numbers, then confirm it with policy confirm (confirmed = {day})",
    ),
    "caution.not_since": (
        "{label} 的 {place} 由{was}改为{now}，依据却还是{clause}；请加上通知的条款（since = {day}）并改为引用它",
        "{label}: {place} was {was} and is {now}, yet it still rests on {clause}; add the notice’s clause (since = {day}) and cite that",
    ),
    "caution.added_not_since": (
        "{label} 的 {place} 新增{now}，依据却是原有的{clause}；请加上通知的条款（since = {day}）并改为引用它",
        "{label}: {place} has {now} added, yet it rests on {clause} as before; add the notice’s clause (since = {day}) and cite that",
    ),
    "caution.repeats": (
        "{label} 的 {place} 由{was}改为{now}，{other} 的文字没有改，其中有旧的数：“{text}”；请核对",
        "{label}: {place} was {was} and is {now}; the words of {other} did not change and hold the old number: “{text}”; look at them",
    ),
    "caution.other_start": (
        "“{name}”与国家的{rule}事项相同而起算不同，未比较宽严；两者并列，各自都要符合",
        "“{name}” and the national {rule} are about one act and count from different steps; they are not compared, and both stand",
    ),
    "caution.provisional": (
        "{label} 施行时，{year} 年的放假通知还没有（现已公布至 {through}）：通知公布以前，{year} 年的日期都是暂定",
        "there is no holiday notice of {year} yet, the year in which {label} takes force (known through {through}): every date of {year} will be provisional until the notice",
    ),
}
