"""What stands in the files for databases: what each table is, and how it is loaded."""

TEXTS: dict[str, tuple[str, str]] = {
    "export.written": ("已写入 {folder}：{files}", "written to {folder}: {files}"),
    "export.switches": (
        "{label} 写明在办事项改用本版：表里按登记日挑选版本，看不出改用；这些事项请用 xinfang assess",
        "open cases switch to {label}: the tables pick editions by registration and do not show it; use xinfang assess for those",
    ),
    "export.two_of_label": (
        "两个办法都有版本 {label}，内容不同：一次只能导出其中一个",
        "two policies have an edition {label} with different contents: export one of them at a time",
    ),
    "export.head": (
        (
            "-- xinfang-core 导出的日历和办法（{dialect}），表名、视图、函数都以 xf_ 开头。\n"
            "-- 可以重复运行：表不存在的建立，原有的行全部换成新的。运行中出错的，原有的行不变。\n"
            "-- 由什么生成见 xf_meta；用法见文档“给数据库用的表”。"
        ),
        (
            "-- Calendar and policies as exported by xinfang-core ({dialect}); all names begin with xf_.\n"
            "-- May be run again: tables are made where there are none, and all rows are replaced. If it fails the old rows stay.\n"
            "-- What made them stands in xf_meta."
        ),
    ),
    "export.note.postgres": (
        "-- 在 PostgreSQL 上逐日核对过。导入：psql -v ON_ERROR_STOP=1 -f 本文件 库名",
        "-- Checked day by day on PostgreSQL. Load: psql -v ON_ERROR_STOP=1 -f THIS_FILE DATABASE",
    ),
    "export.note.mysql": (
        "-- 在 MariaDB 上逐日核对过，没有在 MySQL 上运行。导入：mysql 库名 < 本文件",
        "-- Checked day by day on MariaDB, not run on MySQL. Load: mysql DATABASE < THIS_FILE",
    ),
    "export.note.sqlite": (
        "-- 在 SQLite 上逐日核对过。导入：sqlite3 -bail 库文件 < 本文件",
        "-- Checked day by day on SQLite. Load: sqlite3 -bail DATABASE < THIS_FILE",
    ),
    "export.schema": (
        (
            "-- xinfang-core 导出的日历和办法：建表和视图，只用 SQL-92 的写法（较长的文字为 TEXT 类型）。\n"
            "-- 先运行本文件，再导入各 CSV 文件；次序见 xf_README.md。"
        ),
        (
            "-- Calendar and policies as exported by xinfang-core: tables and the view, in SQL-92 but for the type TEXT of longer texts.\n"
            "-- Run this first, then import the CSV files in the order of xf_README.md."
        ),
    ),
    "export.query": (
        (
            "-- 一个期限的届满日。参数：:start_day 起算日（当日不计入），:amount 数，\n"
            "-- :unit 单位（working_day、calendar_day、month、same_day）。\n"
            "-- 没有行的为无法确定：超出日历，或者数、单位不合要求。\n"
            "SELECT due, certainty, earliest, latest, unrolled\n"
            "FROM xf_due\n"
            "WHERE start_day = :start_day AND amount = :amount AND unit = :unit;"
        ),
        (
            "-- The last day of one period. Parameters: :start_day, itself not counted, :amount and\n"
            "-- :unit (working_day, calendar_day, month, same_day).\n"
            "-- No row: undetermined, being outside of the calendar, or no such amount or unit.\n"
            "SELECT due, certainty, earliest, latest, unrolled\n"
            "FROM xf_due\n"
            "WHERE start_day = :start_day AND amount = :amount AND unit = :unit;"
        ),
    ),
    "export.table.xf_meta": (
        "由什么生成：库的版本、契约、日历和各办法版本的散列",
        "what made the tables: library, contract, digests of the calendar and of the editions",
    ),
    "export.table.xf_unit": (
        "期限的单位，以及最大的数",
        "units of periods, and the largest count",
    ),
    "export.table.xf_notice": ("所用的放假通知", "the notices in use"),
    "export.table.xf_calendar": (
        "日历整体：确定到哪一天，暂定的上下界留多少余量",
        "the calendar as a whole: how far it is settled, and the margins past that",
    ),
    "export.table.xf_day": (
        "日历表，一天一行；working_rank 是到当日为止的工作日数，working_no 只有工作日才有",
        "one row for each day; working_rank counts the working days through it, working_no is for those alone",
    ),
    "export.table.xf_edition": ("办法的各个版本", "editions of the policies"),
    "export.table.xf_variant": (
        "各版本的理解：default 为默认，其余为变体",
        "readings of an edition: the default one and the variants",
    ),
    "export.table.xf_clause": ("来源的条款，转述", "clauses of the sources, restated"),
    "export.table.xf_value": (
        "办法的全部取值，各有依据；单独一个值的 cell 为 -",
        "all values of the policies with their citations; cell is - for a single one",
    ),
    "export.table.xf_value_key": (
        "取值在表中的各个维度",
        "the keys under which a value stands in its table",
    ),
    "export.table.xf_value_clause": (
        "取值所引的条款",
        "the clauses that a value cites",
    ),
    "export.table.xf_limit": (
        "按日、月计的期限，每种理解各列全份",
        "the limits in days and months, in full for each reading",
    ),
    "export.table.xf_due": (
        "届满日：由 start_day、amount、unit 得出 due，暂定的另有 earliest、latest；没有行的为无法确定",
        "last days: due by start_day, amount and unit, between earliest and latest while provisional; no row where undetermined",
    ),
    "export.readme": (
        (
            "# 给数据库用的表\n"
            "\n"
            "日历和办法，供达梦、人大金仓等数据库使用。只用 SQL-92 的写法；在 SQLite 上逐日核对过，没有在达梦、人大金仓上运行过。\n"
            "\n"
            "1. 建表、建视图：运行 `xf_tables.sql`。以后更新日历时不再运行。\n"
            "2. 更新的，先由下而上逐表 `DELETE FROM 表名`。\n"
            "3. 依下表次序导入各 CSV 文件。文件为 UTF-8，换行为 LF，英文逗号分隔，第一行是列名；空格子一律为 NULL，日期为 `YYYY-MM-DD`，是否为 1、0。\n"
            "4. 清空和导入放在一个事务里，或者在没有人查询的时候做。\n"
            "\n"
            "| 文件 | 行数 | 内容 |\n"
            "| --- | --- | --- |\n"
            "{tables}\n"
            "\n"
            "达梦用管理工具的“数据导入”或者 dmfldr（`SKIP = 1` 略去列名）。人大金仓用 ksql：\n"
            "\n"
            "```sql\n"
            "\\copy xf_unit FROM 'xf_unit.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')\n"
            "```\n"
            "\n"
            "人大金仓与 PostgreSQL 兼容的版本，也可以用 `--dialect postgres` 导出的一个文件。\n"
            "\n"
            "一个期限的届满日见 `xf_query.sql`；与案件表连接：\n"
            "\n"
            "```sql\n"
            "SELECT c.case_no,\n"
            "  (SELECT d.due FROM xf_due d\n"
            "   WHERE d.start_day = c.accepted_on AND d.amount = 15 AND d.unit = 'working_day') AS due\n"
            "FROM petition c;\n"
            "```\n"
            "\n"
            "`due` 为空的是无法确定。照这样写成子查询；写成 `JOIN` 的，可能把全部组合算一遍，等不到结果。拆除用 `xf_drop.sql`；没有 `IF EXISTS` 的数据库删去这两个词。\n"
        ),
        (
            "# Tables for databases\n"
            "\n"
            "Calendar and policies in SQL-92, for databases such as Dameng and KingbaseES. Checked day by day on SQLite; not run on those two.\n"
            "\n"
            "1. Run `xf_tables.sql` once, for the tables and the view.\n"
            "2. To refresh, `DELETE FROM` each table, the last one first.\n"
            "3. Import the CSV files in this order: UTF-8, LF, comma, with a header; empty is NULL, dates are `YYYY-MM-DD`, truth is 1 or 0.\n"
            "4. Do both in one transaction, or while nobody asks.\n"
            "\n"
            "| File | Rows | Content |\n"
            "| --- | --- | --- |\n"
            "{tables}\n"
            "\n"
            "`xf_query.sql` asks for one last day; no row means undetermined. `xf_drop.sql` takes all of it away.\n"
        ),
    ),
}
