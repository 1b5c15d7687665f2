"""What is wrong with an input, and what is wanted instead."""

TEXTS: dict[str, tuple[str, str]] = {
    "fault.more": ("……另有 {count} 处问题未列出", "… and {count} more"),
    # Periods and facts
    "period.not_positive": (
        "期限须为不小于 1 且不大于 {most} 的整数，实际为 {found}",
        "a period must be a whole number from 1 to {most}, found {found}",
    ),
}
