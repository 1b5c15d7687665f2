"""How letters look as pages of HTML (网页版式): the same measures as in Word, in millimetres."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.measures import measures, millimetres, points
from xinfang_core.vocabulary import LetterLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

_FONTS: Final = {
    "fang_song": "'仿宋_GB2312', '仿宋', FangSong, STFangsong, 'Noto Serif CJK SC', serif",
    "title_song": "'方正小标宋简体', 'FZXiaoBiaoSong-B05S', '华文中宋', STZhongsong, "
    "'Noto Serif CJK SC', serif",
    "black": "'黑体', SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif",
    "kai": "'楷体_GB2312', '楷体', KaiTi, STKaiti, 'Noto Serif CJK SC', serif",
    "song": "'宋体', SimSun, STSong, 'Noto Serif CJK SC', serif",
}
"""The official fonts, each with those that stand for it where it is not there."""

_ALL: Final = Template("""\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #e8e8e8; color: #000; }
.sheet { width: $page_width; min-height: $page_height; margin: 8mm auto; background: #fff;
  padding: $top $right $bottom $left; font: $text_size/$pitch 'Times New Roman', $fang_song;
  letter-spacing: -$closer; text-align: justify; overflow-wrap: anywhere; position: relative;
  display: flex; flex-direction: column; }
.sheet p, .sheet h1, .sheet h2 { margin: 0; font-weight: normal; white-space: pre-line; }
.sheet h1 { font: $title_size/$title_pitch $title_song; text-align: center; letter-spacing: 0;
  break-after: avoid; }
.sheet h2 { font: $text_size/$pitch $black; text-indent: 2em; break-after: avoid; }
.text { text-indent: 2em; }
.note { font-size: $note_size; line-height: $note_pitch; text-indent: 2em; }
.space { height: $pitch; }
.addressee { padding-top: $pitch; }
.signed { align-self: flex-end; width: $signature_width; text-align: center;
  padding: $seal_above 0 $seal_below; break-inside: avoid; break-before: avoid; letter-spacing: 0; }
.mark { color: #f00; font: $mark_size/$mark_pitch $title_song; text-align: center;
  letter-spacing: 0; }
.number { letter-spacing: 0; }
.imprint { margin-top: auto; font-size: $note_size; line-height: $note_pitch;
  break-inside: avoid; letter-spacing: 0; }
.imprint p { display: flex; justify-content: space-between; padding: 0 1em; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-bottom: $note_pitch;
  font-size: $cell_size; line-height: $cell_pitch; letter-spacing: 0; }
td, th { border: $cell_line solid #000; padding: $cell_space; text-align: left;
  vertical-align: middle; font-weight: normal; white-space: pre-line; }
th { font-family: $black; text-align: center; }
td.room { vertical-align: top; }
.made-by { width: $page_width; margin: 0 auto 8mm; font: 9pt/1.6 sans-serif; color: #555;
  overflow-wrap: anywhere; }
@media screen and (max-width: 220mm) { .sheet, .made-by { width: auto; margin: 0; }
  .sheet { padding: 8mm; min-height: 0; }
  .made-by { padding: 4mm 8mm; } .sheet .rules, .sheet .mark { margin-left: 0; margin-right: 0; } }
@page { size: $page_width $page_height; margin: $top $right $bottom $left; }
@media print { body { background: none; } .made-by { display: none; }
  .sheet { margin: 0; padding: 0; width: auto; min-height: $text_height; } }
""")

_OUTER: Final = Template("""\
@page :right { @bottom-right { content: "— " counter(page) " —"; $number padding-right: 1em; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; $number padding-left: 1em; } }
""")

_NUMBER: Final = Template(
    "font: $number_size/1 $song; vertical-align: top; padding-top: calc($number_below - 0.5em);"
)

_OFFICIAL: Final = Template("""\
.sheet .mark { padding-top: calc($official_mark - ($mark_pitch - $mark_size) / 2); }
.sheet .number { padding: calc(2 * $pitch) 1em calc($official_line - ($pitch - $text_size) / 2);
  text-align: center;
  border-bottom: $line_thick solid #f00; }
.sheet .number.signer { display: flex; justify-content: space-between; }
.sheet .number.signer b { font: $text_size/$pitch $kai; }
.sheet h1 { padding-top: calc(2 * $pitch); }
.imprint p { border-top: $imprint_thin solid #000; }
.imprint p:first-child { border-top-width: $imprint_thick; }
.imprint p:last-child { border-bottom: $imprint_thick solid #000; }
""")

_LETTER: Final = Template("""\
.sheet { padding-top: $letter_mark; }
.rules, .sheet .mark { margin-left: calc($beside - $left);
  margin-right: calc($beside - $right); }
.rules { border: 0 solid #f00; height: calc($line_thick + $line_thin + 2pt); }
.rules.upper { margin-top: calc($letter_line - ($mark_pitch - $mark_size) / 2);
  border-width: $line_thick 0 $line_thin; flex: none; }
.rules.lower { border-width: $line_thin 0 $line_thick; position: absolute; left: $left;
  right: $right; bottom: $letter_foot; }
.sheet .number { text-align: right;
  padding-top: calc($text_size * 7 / 8 - ($pitch - $text_size) / 2); }
.sheet h1 { padding-top: calc(2 * $pitch); }
@media screen and (max-width: 220mm) { .rules.lower { position: static; margin-top: 8mm; } }
@page { margin-left: $beside;
  margin-right: $beside; }
@page :right { @bottom-right { padding-right:
  calc($number_size + $right - $beside); } }
@page :left { @bottom-left { padding-left:
  calc($number_size + $left - $beside); } }
@page :first { margin-top: $letter_mark; @bottom-right { content: none; }
  @bottom-center { content: ""; width: 100%; margin: auto 0 $letter_foot;
    height: calc($line_thick + $line_thin + 2pt);
    border: 0 solid #f00; border-width: $line_thin 0 $line_thick; } }
@media print { .rules.lower { display: none; }
  .sheet { padding: 0 calc($right - $beside) 0
    calc($left - $beside); } }
""")

_FORM: Final = Template("""\
.sheet h1 { padding-bottom: calc($pitch / 2); }
@page { @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; $number } }
""")


def letter_style(layout: LetterLayout) -> str:
    """The style sheet of a layout, on the screen and on A4.

    Args:
        layout: which of the three.

    """
    given = _given()
    number = _NUMBER.substitute(given)
    own = {
        LetterLayout.official: (_OUTER, _OFFICIAL),
        LetterLayout.letter: (_OUTER, _LETTER),
        LetterLayout.form: (_FORM,),
    }[layout]
    return "".join(one.substitute(given, number=number) for one in (_ALL, *own))


def _given() -> Mapping[str, str]:
    """The measures and fonts, by their names."""
    told = {one.name: f"{one.value:g}{one.unit}" for one in measures().values()}
    beside = f"{(millimetres('page_width') - millimetres('letter_line_width')) / 2:g}mm"
    return {**told, **_FONTS, "beside": beside, "text_height": f"{points('text_height') - 1:.1f}pt"}
