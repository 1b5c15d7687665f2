"""What to look at before a policy takes force (生效前的提醒)."""

from __future__ import annotations

TEXTS = {
    "caution.edited": (
        "{label} 已经发布，文件却被改动（现散列 {digest}），同一版本会得出不同结论；请恢复原文件，另建一个以施行日命名的版本",
        "{label} is published, yet its file was edited (digest {digest} now): one label, other answers; restore it, and write the change as a version named by its first day",
    ),
    "caution.carried_over": (
        "{label} 的变体“{variant}”沿用旧值：{place} 的默认取值由{was}改为{now}，变体仍为{kept}；仍然有效的，在 [variant.{variant}] 写 confirmed = {day}，否则改写或者删去",
        "{label}: variant “{variant}” is carried over: {place} was {was} and is {now} by default, the variant still says {kept}; write confirmed = {day} in [variant.{variant}] if it still holds, else change or drop it",
    ),
    "caution.old_numbers": (
        "{label} 的变体“{variant}”沿用旧说明：“{text}”；默认取值已改，请核对其中的数，无误的在 [variant.{variant}] 写 confirmed = {day}",
        "{label}: variant “{variant}” keeps its old words “{text}” though the default values changed: check their numbers, then write confirmed = {day} in [variant.{variant}]",
    ),
    "caution.other_start": (
        "“{name}”与国家的{rule}事项相同而起算不同，未比较宽严；两者并列，各自都要符合",
        "“{name}” and the national {rule} are about one act and count from different steps; they are not compared, and both stand",
    ),
    "caution.provisional": (
        "{label} 施行时的放假安排尚未公布（现已公布至 {through}）：届时算出的日期都是暂定",
        "the holidays of the day on which {label} takes force are not published yet (known through {through}): every date in it will be provisional",
    ),
}
