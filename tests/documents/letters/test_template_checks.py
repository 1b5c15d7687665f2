"""Templates of offices are foreign files: what they must not hold is told, with its place."""

from __future__ import annotations

import io
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from letters_made import form, letter, office_template, parts_of, with_body, with_parts
from xinfang_core.documents.letters import template_checks
from xinfang_core.documents.letters.filling import filled
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.own import package
from xinfang_core.documents.letters.own.marks import marks_in, without_marks
from xinfang_core.documents.letters.own.tokens import filled_tree
from xinfang_core.documents.letters.own.trees import WORD
from xinfang_core.documents.letters.template_checks import checked_template
from xinfang_core.errors import RecordError
from xinfang_core.vocabulary import LetterKind

WHOLE = form()
PLAIN = office_template("一", "{{ matter }}")
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(template: bytes) -> list[str]:
    """What is wrong with a template, in Chinese."""
    with pytest.raises(RecordError) as caught:
        checked_template(template, "模板.docx", WHOLE)
    return [fault.text() for fault in caught.value.faults]


def the_fault(template: bytes) -> str:
    (fault,) = refused(template)
    return fault


def body(xml: str) -> bytes:
    return with_body(PLAIN, xml)


def run(xml: str) -> bytes:
    return body(f"<w:p><w:r>{xml}</w:r></w:p>")


def code(*pieces: str) -> bytes:
    """A field code in pieces: ``begin``, ``separate`` and ``end`` turn it, the rest is said."""
    told = "".join(
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>'
        if one in {"begin", "separate", "end"}
        else f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in pieces
    )
    return body(f"<w:p>{told}</w:p>")


def related(kind: str, mode: str = "") -> bytes:
    made = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="http://a.example/"{mode}/>'
    found = parts_of(PLAIN)[RELATIONS].decode()
    return with_parts(
        PLAIN, **{RELATIONS: found.replace("</Relationships>", f"{made}</Relationships>").encode()}
    )


FEW = evolve(package.DOCX, parts=100)


class TestFile:
    """A template is a .docx, of a bounded size."""

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "模板是空的"),
            (b"<html>", "内容不是 Word 文档"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "请在 Word 或者 WPS 中另存为 .docx"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                "设有打开密码",
            ),
            (PLAIN[:500], "模板已损坏（docx）"),
        ],
    )
    def test_other_files_are_told_for_what_they_are(self, content: bytes, said: str) -> None:
        assert said in the_fault(content)

    def test_a_workbook(self) -> None:
        types = parts_of(PLAIN)[TYPES].replace(b"wordprocessingml.document", b"spreadsheetml.sheet")
        assert "内容不是 Word 文档" in the_fault(with_parts(PLAIN, **{TYPES: types}))

    def test_any_other_archive(self) -> None:
        stream = io.BytesIO()
        with ZipFile(stream, "w") as archive:
            archive.writestr("a.txt", "a")
        assert "内容不是 Word 文档" in the_fault(stream.getvalue())

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            (b"application/vnd.ms-word.document.macroEnabled.main+xml", "启用了宏"),
            (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "启用了宏"),
            (MAIN.replace(b"document.main", b"template.main"), "这是 .dotx 模板文件"),
        ],
    )
    def test_macros_and_dotx(self, kind: bytes, said: str) -> None:
        types = parts_of(PLAIN)[TYPES].replace(MAIN, kind)
        assert said in the_fault(with_parts(PLAIN, **{TYPES: types}))

    def test_a_strict_one(self) -> None:
        found = parts_of(PLAIN)["word/document.xml"]
        strict = found.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        assert "Strict Open XML" in the_fault(with_parts(PLAIN, document=strict))

    def test_one_that_unpacks_to_too_much(self) -> None:
        stream = io.BytesIO(PLAIN)
        with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
            archive.writestr("word/media/image1.png", bytes(32 * 1024 * 1024))
        assert "展开后过大" in the_fault(stream.getvalue())

    @pytest.mark.parametrize(
        ("bound", "said"), [("largest", "文件超过 100 字节"), ("parts", "100 个部件")]
    )
    def test_too_large(self, monkeypatch: pytest.MonkeyPatch, bound: str, said: str) -> None:
        many = with_parts(PLAIN, **{f"word/media/{one}.png": b"" for one in range(100)})
        less = evolve(package.DOCX, largest=100) if bound == "largest" else FEW
        monkeypatch.setattr(package, "DOCX", less)
        assert said in the_fault(many)

    def test_a_part_that_is_too_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(package, "LARGEST_PART", 10_000)
        assert any("部件 word/styles.xml 超过 10000 字节" in one for one in refused(PLAIN))

    def test_folders_are_passed_over(self) -> None:
        checked_template(with_parts(PLAIN, **{"word/": b""}), "", WHOLE)

    @pytest.mark.parametrize("name", ["../a.xml", "word/../a", "/a.xml", "c:/a", "word/a\\b"])
    def test_a_part_that_would_lie_outside_of_the_file(self, name: str) -> None:
        assert f"模板已损坏（{name}）" in the_fault(with_parts(PLAIN, **{name: b"<a/>"}))

    def test_without_the_part_that_names_the_others(self) -> None:
        told = the_fault(with_parts(PLAIN, **{"_rels/.rels": None}))
        assert "模板已损坏（_rels/.rels）" in told


class TestParts:
    """Parts and links of kinds that none needs are refused, all at once."""

    def test_macros_objects_and_comments(self) -> None:
        types = parts_of(PLAIN)[TYPES].replace(
            b"</Types>",
            b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vba'
            b'Project"/><Override PartName="/word/comments.xml" ContentType="application/vnd.'
            b'openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
        )
        told = refused(
            with_parts(
                PLAIN,
                comments=b"<a/>",
                **{TYPES: types, "word/vbaProject.bin": b"", "word/embeddings/a.bin": b""},
            )
        )
        assert [one.split("（")[0] for one in told] == [
            "模板.docx: 部件 word/comments.xml",
            "模板.docx: 部件 word/embeddings/a.bin",
            "模板.docx: 部件 word/vbaProject.bin",
        ]

    @pytest.mark.parametrize("kind", ["attachedTemplate", "image", "hyperlink", "frame", "subDoc"])
    def test_links_to_somewhere_else(self, kind: str) -> None:
        told = the_fault(related(kind, ' TargetMode="External"'))
        assert f"指向文件之外的链接（{kind}，见 {RELATIONS}）" in told

    @pytest.mark.parametrize("kind", ["aFChunk", "oleObject", "control", "vbaProject"])
    def test_links_of_other_kinds(self, kind: str) -> None:
        assert f"不能用的关联（{kind}）" in the_fault(related(kind))

    @pytest.mark.parametrize("name", ["document", "styles", "settings"])
    def test_a_document_type(self, name: str) -> None:
        found = parts_of(PLAIN)[f"word/{name}.xml"]
        head, rest = found.split(b"?>", 1)
        entity = b'?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        assert "文档类型声明" in the_fault(with_parts(PLAIN, **{name: head + entity + rest}))

    @pytest.mark.parametrize("name", [RELATIONS, "word/settings.xml", "word/vbaProject.bin"])
    def test_nothing_passes_for_a_picture_by_its_type_alone(self, name: str) -> None:
        own = f'<Override PartName="/{name}" ContentType="image/png"/>'
        types = parts_of(PLAIN)[TYPES].decode().replace(f'PartName="/{name}"', 'PartName="/none"')
        made = with_parts(
            related("image", ' TargetMode="External"'),
            **{TYPES: types.replace("</Types>", f"{own}</Types>").encode()},
        )
        found = parts_of(made).get(name, b"\xd0\xcf\x11\xe0")
        assert f"部件 {name}（image/png）" in the_fault(with_parts(made, **{name: found}))

    def test_links_of_any_namespace(self) -> None:
        found = parts_of(related("image", ' TargetMode="External"'))[RELATIONS]
        other = found.replace(b"/2006/relationships", b"/2006/links", 1)
        assert "指向文件之外的链接" in the_fault(with_parts(PLAIN, **{RELATIONS: other}))

    @pytest.mark.parametrize("root", ["tr", "tbl", "p", "hdr"])
    def test_a_part_that_is_none_of_its_kind(self, root: str) -> None:
        told = the_fault(with_parts(PLAIN, document=f'<w:{root} xmlns:w="{WORD}"/>'.encode()))
        assert "模板已损坏（word/document.xml）" in told

    def test_a_damaged_part(self) -> None:
        assert "模板已损坏（word/styles.xml）" in the_fault(with_parts(PLAIN, styles=b"<a>"))


class TestContents:
    """Nothing in a template runs, reads other files or is read from elsewhere."""

    @pytest.mark.parametrize(
        "xml",
        [
            "<w:object/>",
            '<w:altChunk xmlns:r="r" r:id="a"/>',
            '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a/"/></w:pict>',
            '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file://a/b"/>',
            '<w:control xmlns:r="r" r:id="a"/>',
            '<w:ffData><w:entryMacro w:val="a"/></w:ffData>',
        ],
    )
    def test_objects_controls_and_outside_pictures(self, xml: str) -> None:
        assert "正文第 1 段：有模板不能有的内容" in the_fault(run(xml))

    def test_mail_merge(self) -> None:
        found = parts_of(PLAIN)["word/settings.xml"].decode()
        merged = found.replace("</w:settings>", "<w:mailMerge/></w:settings>").encode()
        told = the_fault(with_parts(PLAIN, settings=merged))
        assert "部件 word/settings.xml：有模板不能有的内容（mailMerge）" in told

    @pytest.mark.parametrize(
        "name",
        [
            *("INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "DATABASE", "IMPORT"),
            *("MACROBUTTON", "QUOTE", "IF", "ASK", "HYPERLINK", "DATE", "RD"),
        ],
    )
    def test_codes_that_read_or_run(self, name: str) -> None:
        told = f"正文第 1 段：域“{name}”不可以用；可以用的：PAGE、NUMPAGES"
        assert told in the_fault(code("begin", f' {name} "a" ', "separate", "end"))
        assert told in the_fault(code("begin", name[:2], name[2:].lower(), "end"))
        assert told in the_fault(body(f'<w:p><w:fldSimple w:instr=" {name} a"/></w:p>'))

    def test_codes_that_look_at_the_document_alone(self) -> None:
        pages = code("begin", " PAGE ", "separate", "begin", "NUMPAGES", "separate", "end", "end")
        checked_template(pages, "", WHOLE)

    def test_a_code_without_words(self) -> None:
        assert "域“?”不可以用" in the_fault(code("begin", "end"))

    def test_what_is_said_outside_a_code(self) -> None:
        assert "域“DDE”" in the_fault(code("DDE a b"))
        assert "域“DDE”" in the_fault(code("begin", "PAGE", "separate", "DDE a", "end"))
        checked_template(code("end"), "", WHOLE)

    def test_codes_within_a_code_or_without_an_end(self) -> None:
        within = refused(code("begin", "PAGE", "begin", "REF a", "end", "end"))
        assert any("域代码里有文字、另一个域" in one for one in within)
        assert "没有结束" in refused(code("begin", "PAGE"))[-1]

    def test_words_within_a_code(self) -> None:
        told = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>DDE</w:t></w:r></w:p>'
        assert "域代码里有文字" in refused(body(told))[0]

    def test_comments_in_the_markup_are_left_out(self) -> None:
        hidden = body("<w:p><!-- {{ nothing }} --><?php nothing ?></w:p>")
        content = parts_of(filled(letter(WHOLE), hidden, ""))["word/document.xml"]
        assert b"nothing" not in content


class TestMarks:
    """Marks name fields, and do nothing else."""

    def test_a_name_that_is_no_field(self) -> None:
        told = refused(office_template("一", "{{ mater }}", "{% if 某 %}{% endif %}"))
        assert told == [
            "模板.docx: 正文第 2 段：没有字段“mater”，是否为“matter”？",
            f"模板.docx: 正文第 3 段：没有字段“某”；字段见 xinfang docs fields {WHOLE.kind.text()}",
        ]

    def test_a_field_by_its_chinese_name_is_told_its_own(self) -> None:
        form = form_of(LetterKind.acceptance_notice)
        with pytest.raises(RecordError, match="没有字段“落款”，是否为“signature”？"):
            checked_template(office_template("{{ 落款 }}"), "", form)

    @pytest.mark.parametrize("mark", ["\uff5b\uff5b甲", "\uff5b{ 甲", "{\uff5b甲", "\uff5b% if"])
    def test_braces_of_a_chinese_keyboard_are_refused(self, mark: str) -> None:
        assert "标记要用半角的花括号" in refused(office_template("一", mark))[0]
        checked_template(office_template("\uff5b甲\uff5d"), "", WHOLE)

    def test_in_a_header(self) -> None:
        assert "页眉第 1 段：没有字段" in the_fault(office_template("一", header="{{ x_y_z }}"))

    def test_the_paragraph_is_counted_with_those_that_marks_take_away(self) -> None:
        told = the_fault(
            office_template("{%p if matter %}", "二", "{%p endif %}", "", "{{ zzzzz }}")
        )
        assert "正文第 5 段" in told

    def test_paragraphs_in_paragraphs_are_read_apart(self) -> None:
        box = (
            "<w:p><w:r><w:t>{{ mat</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框"
            "</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>ter }}</w:t></w:r></w:p>"
        )
        with pytest.raises(RecordError):
            checked_template(body(box), "", WHOLE)
        checked_template(body("<w:t>{</w:t>"), "", WHOLE)

    def test_lists_are_repeated_and_other_fields_are_not(self) -> None:
        told = refused(office_template("{{ facts }}", "{% for x in matter %}{{ x }}{% endfor %}"))
        assert "“facts”是多段的字段，要用三段写：{%p for each in facts %}" in told[0]
        assert "“matter”不是多段的字段，直接写 {{ matter }}" in told[1]

    @pytest.mark.parametrize(
        "mark",
        [
            "{{ matter.upper() }}",
            "{{ matter.__class__ }}",
            "{{ matter['a'] }}",
            "{{ matter | safe }}",
            "{{ 'a' }}",
            "{{ 1 + 1 }}",
            "{{ matter ~ number }}",
            "{{ range(9) }}",
            "{{ [matter] }}",
            "{{ matter if matter else number }}",
            "{% if matter == 'a' %}{% endif %}",
            "{% if not matter %}{% endif %}",
            "{% for x in range(9) %}{% endfor %}",
            "{% for x, y in facts %}{% endfor %}",
            "{% for x in facts if x %}{% endfor %}",
            "{% for x in facts recursive %}{% endfor %}",
            "{% for x in facts %}{% else %}a{% endfor %}",
            "{% for matter in facts %}{% endfor %}",
            "{% for self in facts %}{% endfor %}",
            "{% set a = 1 %}",
            "{% macro a() %}{% endmacro %}",
            "{% include 'a' %}",
            "{% import 'a' as b %}",
            "{% extends 'a' %}",
            "{% block a %}{% endblock %}",
            "{% filter upper %}{% endfilter %}",
            "{% call matter() %}{% endcall %}",
            "{% with %}{% endwith %}",
            "{% autoescape false %}{% endautoescape %}",
        ],
    )
    def test_nothing_else_is_allowed(self, mark: str) -> None:
        told = the_fault(office_template(mark))
        assert told.startswith("模板.docx: 正文第 1 段：标记“{")
        assert told.endswith("”不可以用；只能用字段、逐段重复（for）和有则显示（if）")

    @pytest.mark.parametrize("mark", ["{{ loop.index }}", "{{ loop }}", "{{ self }}"])
    def test_the_names_of_jinja_are_unknown(self, mark: str) -> None:
        template = office_template("{% for x in facts %}" + mark + "{% endfor %}")
        assert any(word in the_fault(template) for word in ("没有字段", "不可以用"))

    @pytest.mark.parametrize(
        "mark",
        [
            "{% if matter %}",
            "{% endfor %}",
            "{% for x in facts %}{% endif %}",
            "{{ matter matter }}",
            "{% unknown %}",
            "{% raw %}",
            "{{ " + "(" * 5000 + " }}",
            "{{ " + "9" * 5000 + " }}",
            "{% do matter %}",
            "{% break %}",
        ],
    )
    def test_what_is_no_mark_at_all(self, mark: str) -> None:
        assert "标记写法不对" in the_fault(office_template("一", mark))

    @pytest.mark.parametrize(
        "text", ["{{ matter", "{% if matter", "{# a", "一 {{ {{ matter }} }} {{"]
    )
    def test_a_mark_without_an_end(self, text: str) -> None:
        assert any(
            "正文第 2 段：标记没有写完" in one for one in refused(office_template("一", text))
        )

    @pytest.mark.parametrize("piece", ["{", "{{", "{%", "{#", "{{{%{#"])
    def test_very_many_marks_without_an_end_take_no_time(self, piece: str) -> None:
        told = refused(with_body(PLAIN, f"<w:p><w:r><w:t>{piece * 100_000}</w:t></w:r></w:p>"))
        assert any("正文第 1 段：标记没有写完" in one for one in told)

    def test_marks_are_found_behind_others_without_an_end(self) -> None:
        assert marks_in("{% a {{ b }} {# {{ c }}") == ("{{ b }}", "{{ c }}")
        assert without_marks("一{{ a }}二{# {{ b }}三") == "一二{# 三"

    def test_marks_outside_of_text(self) -> None:
        named = body('<w:p><w:bookmarkStart w:id="1" w:name="{{ matter }}"/></w:p>')
        assert "正文第 1 段：标记只能写在文字里" in the_fault(named)
        said = code("begin", "PAGE {{ matter }}", "end")
        assert "标记只能写在文字里" in the_fault(said)

    @pytest.mark.parametrize(
        "mark",
        [
            *("{{p matter }}", "{{r matter }}", "{{tr matter }}", "{{tc matter }}"),
            *("{% colspan matter %}", "{% cellbg matter %}", "{% vm %}", "{% hm %}"),
        ],
    )
    def test_marks_that_stand_for_markup(self, mark: str) -> None:
        told = refused(office_template("一", mark))
        assert "正文第 2 段：标记只能写在文字里" in told[0]

    @pytest.mark.parametrize(
        "rendered",
        [
            "<a>\ue0000\ue001</a>",
            "<a b='\ue0000\ue001'/>",
            f"<a xmlns:w='{WORD}'><w:t/>\ue0000\ue001</a>",
        ],
    )
    def test_a_value_is_put_nowhere_else_whatever_was_rendered(self, rendered: str) -> None:
        with pytest.raises(RecordError, match=r"部件 a\.xml：标记只能写在文字里"):
            filled_tree(rendered, ("甲",), "a.xml", "模板.docx")

    def test_repetition_within_repetition_and_too_many_conditions(self) -> None:
        twice = "{% for x in facts %}{% for y in facts %}{% endfor %}{% endfor %}"
        assert "for 不能套 for" in the_fault(office_template(twice))
        deep = "{% if matter %}" * 9 + "{% endif %}" * 9
        assert "if 最多套 8 层" in the_fault(office_template(deep))
        checked_template(office_template(deep[15:-11]), "", WHOLE)

    def test_too_many_marks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(template_checks, "MOST_MARKS", 2)
        assert "标记超过 2 个" in the_fault(office_template("{{ matter }}" * 3))

    def test_conditions_on_items_and_on_what_else(self) -> None:
        template = office_template(
            "{% for x in facts %}{% if x %}{{ x }}{% elif matter %}二{% else %}三{% endif %}"
            "{% endfor %}"
        )
        content = parts_of(filled(letter(WHOLE, facts=("甲", "")), template, ""))
        assert "甲二".encode() in content["word/document.xml"]


_WORDS = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", " ", "matter", "facts", "x", "each", "loop", "if"),
        *("for", "in", "endfor", "endif", "else", "set", "=", ".", "(", ")", "[", "]", "|", "'a'"),
        *("__class__", "__subclasses__", "cycler", "lipsum", "os", "1", "+", "~", "*", "p ", "r "),
        *("raw", "endraw", "include", "-", "“", "”", "tr ", "vm", "hm", "colspan", "cellbg"),
    ]
)


class TestNothingRuns:
    """Whatever stands in a template, it is refused or printed: nothing of it runs."""

    @given(words=st.lists(_WORDS, max_size=14))
    @settings(max_examples=80, deadline=None)
    def test_any_words(self, words: list[str]) -> None:
        text = "".join(words)
        template = with_body(PLAIN, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
        with suppress(RecordError):
            content = filled(letter(WHOLE, matter="<甲>"), template, "")
            told = parts_of(content)["word/document.xml"].decode()
            assert not [one for one in ("class '", "LoopContext", "<甲>") if one in told]
