"""What is wrong with the form of a TOML file (TOML 语法)."""

TEXTS: dict[str, tuple[str, str]] = {
    # The file
    "toml.size": (
        "文件有 {found} 字节，不得超过 {most} 字节；请拆成几个文件",
        "the file has {found} bytes, at most {most} are allowed; split it into several files",
    ),
    "toml.character": (
        "此处有文件中不能使用的控制字符 {found}，请删去",
        "the control character {found} cannot be used in a file; delete it",
    ),
    "toml.invisible": (
        "此处有看不见的特殊字符 {found}，请删去或改为普通空格",
        "the invisible character {found} stands here; delete it or use a plain space",
    ),
    "toml.full_width": (
        "此处是中文标点 {found} ，须改用英文标点 {wanted}",
        "here stands the full-width sign {found} ; write {wanted} instead",
    ),
    "toml.depth": (
        "层次过深：连同列表的各项，最多 {most} 层",
        "nested too deeply: at most {most} steps, list items included",
    ),
    # Names and headers
    "toml.no_name": ("此处缺少名称", "a name is missing here"),
    "toml.name": (
        "名称“{found}”须加英文双引号；不加引号的名称只能用英文字母、数字、- 和 _",
        "the name “{found}” must stand in double quotes; only ASCII letters, digits, - and _ go without",
    ),
    "toml.equals": (
        "名称“{found}”之后须写等号 =；含有空格的名称须加英文双引号",
        "the name “{found}” must be followed by =; a name with spaces must stand in double quotes",
    ),
    "toml.header": (
        "标题“{found}”须以 {wanted} 收尾；含有空格的名称须加英文双引号",
        "the header “{found}” must end with {wanted}; a name with spaces must stand in double quotes",
    ),
    "toml.twice": (
        "第 {first} 行已经写过这个名称，不能重复；请合并或删去其一",
        "this name is already written in line {first}; merge the two or delete one",
    ),
    "toml.closed": (
        "第 {first} 行已经写定这一项，不能在别处补充；请把内容写到那里",
        "this was completed in line {first} and cannot be added to elsewhere; write the addition there",
    ),
    # Values
    "toml.no_value": (
        "此处缺少一个值；文字须加英文双引号",
        "a value is missing here; text must stand in double quotes",
    ),
    "toml.value": (
        "“{found}”不能作为值；文字须加英文双引号，此外可写整数、true（是）、false（否）或 2025-03-01 样式的日期",
        "“{found}” is no value; text must stand in double quotes, else write a whole number, true, false or a date such as 2025-03-01",
    ),
    "toml.decimal": (
        '不能直接写小数“{found}”；须加英文双引号，如 "0.5"',
        'a decimal number such as “{found}” must stand in double quotes, such as "0.5"',
    ),
    "toml.time": (
        "不能使用时刻“{found}”；请只写日期，如 2025-03-01，或加英文双引号写作文字",
        "a time of day such as “{found}” cannot be used; write the date alone, such as 2025-03-01, or text in double quotes",
    ),
    "toml.radix": (
        "“{found}”须改写为十进制整数，如 255",
        "“{found}” must be written as a decimal whole number, such as 255",
    ),
    "toml.integer": (
        "整数“{found}”过大或过小，绝对值不得超过 {most}；编号须加英文双引号写作文字",
        "the whole number “{found}” is beyond {most} in size; write an identifier as text in double quotes",
    ),
    "toml.date_form": ("日期“{found}”写作 {wanted}", "the date “{found}” is written {wanted}"),
    "toml.date": (
        "“{found}”不是有效的日期；须按年四位、月两位、日两位写实有的日子，如 2025-03-01",
        "“{found}” is no valid date; write an existing day with four, two and two digits, such as 2025-03-01",
    ),
    "toml.text": (
        "从这里开始的文字没有收尾，须以 {wanted} 结束",
        "the text that starts here has no end; close it with {wanted}",
    ),
    "toml.escape": (
        "反斜杠写法“{found}”无效；反斜杠本身须写成 \\\\",
        "the backslash sequence “{found}” has no meaning; write a backslash itself as \\\\",
    ),
    # Lists and braces
    "toml.list": (
        "从这里开始的列表没有收尾，须以 ] 结束",
        "the list that starts here has no end; close it with ]",
    ),
    "toml.braces": (
        "从这里开始的花括号须在同一行内以 }} 收尾",
        "the braces that open here must be closed with }} on the same line",
    ),
    "toml.comma": (
        "此处写的是“{found}”；各项之间须用英文逗号隔开，最后以 {wanted} 收尾",
        "found “{found}”; separate the items with commas and close them with {wanted}",
    ),
    "toml.last_comma": (
        "花括号里最后一项之后不能有逗号，请删去",
        "no comma may follow the last item in braces; delete it",
    ),
    "toml.rest": (
        "这一行到此应当结束，却多出“{found}”；一行只写一项，文字须加英文双引号，说明前须加 #",
        "the line should end here, but “{found}” follows; write one item a line, text in double quotes and # before a comment",
    ),
}
