"""The words of the masks (隐私)."""

TEXTS: dict[str, tuple[str, str]] = {
    "privacy.accusation": (
        "检举控告事项的内容和有关情况不得告知被检举控告方，不出具给该方的文书",
        "nothing of an accusation is told to the side that is accused; no document is made for it",
    ),
    "privacy.class_unrecorded": (
        "事项类别未记录，可能是检举控告，不出具给被检举控告方的文书；请先登记事项类别（case_class）",
        "the class of the matter is not recorded, it may be an accusation: no document is made for the side that is accused; record the class (case_class) first",
    ),
    "privacy.not_people": (
        "当事方须为 Person 组成的元组",
        "the parties are a tuple of Person",
    ),
    "privacy.not_role": (
        "须为 PartyRole 的一员",
        "a member of PartyRole is wanted",
    ),
    "privacy.not_words": (
        "须为文字（others 为文字组成的元组）；实际内容不予显示",
        "a text is wanted (for others a tuple of texts); what was found is not shown",
    ),
    "privacy.too_many": (
        "最多 {most} 项，实际 {found} 项",
        "at most {most}, found {found}",
    ),
    "privacy.too_long": (
        "最长 {most} 个字符，实际 {found} 个；内容不予显示",
        "at most {most} characters, found {found}; they are not shown",
    ),
    "privacy.blank": (
        "没有一个文字或者数字；不填的，请整项留空",
        "holds no letter and no digit; leave it out where there is nothing",
    ),
    "privacy.nobody": (
        "姓名、住址、电话、证件号码、其他，至少填一项",
        "at least one of name, address, phone, id_number and others is wanted",
    ),
}
