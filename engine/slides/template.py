"""The empty PowerPoint file: 16:9, with places for title, text, source and number that people can edit."""

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches, Pt

TITLE_SLIDE, ONE_TEXT, TWO_TEXTS, NO_TEXT = "Title Slide", "Title and Content", "Two Content", "Title Only"
"""The layouts that we use, by their names in the file that python-pptx brings."""
FONT = "Arial"
"""Every computer has it, or a font of the same widths: so lines break there as they break here."""
COLOURS = {
    "dk2": "0B5D7A", "accent1": "0072B2", "accent2": "E69F00", "accent3": "009E73", "accent4": "CC79A7",
    "accent5": "56B4E9", "accent6": "D55E00", "hlink": "0B5D7A",
}  # fmt: skip
"""The colours of the theme, as on the screens: safe for colour-blind people."""
LEFT, WIDTH = Inches(0.62), Inches(12.1)
TITLE_TOP, TITLE_HEIGHT = Inches(0.35), Inches(1.15)
TEXT_TOP, TEXT_HEIGHT = Inches(1.6), Inches(5.05)
FOOT_TOP, FOOT_HEIGHT = Inches(6.8), Inches(0.5)
NUMBER_WIDTH = Inches(0.8)
INDENT, SPACE_BEFORE = Inches(0.45), 40000
"""From the mark of a point to its text; and the space before a paragraph, in thousandths of a per cent of a line."""
TITLE, FOOT, GREY = Pt(34), Pt(14), "4A5661"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def empty_file() -> File:
    """A presentation without slides, with the four layouts that we use."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(13.333), Inches(7.5)
    master = file.slide_master
    for layout in [each for each in master.slide_layouts if each.name not in _USED]:
        master.slide_layouts.remove(layout)
    _paint(master)
    _style(master)
    for part in (master, *master.slide_layouts):
        _place(part)
    return file


_USED = (TITLE_SLIDE, ONE_TEXT, TWO_TEXTS, NO_TEXT)


def layout_named(file: File, name: str) -> SlideLayout:
    """The first layout where there is none of this name."""
    return file.slide_layouts.get_by_name(name) or file.slide_layouts[0]


def _paint(master: SlideMaster) -> None:
    """Put our font and colours into the theme: whoever changes the theme changes all slides."""
    relation = next(rel for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = etree.fromstring(relation.target_part.blob)
    for name, value in COLOURS.items():
        colour = theme.find(f".//{_DRAWING}clrScheme/{_DRAWING}{name}")
        if colour is not None:
            colour.clear()
            etree.SubElement(colour, f"{_DRAWING}srgbClr", val=value)
    for kind in ("majorFont", "minorFont"):
        theme.find(f".//{_DRAWING}{kind}/{_DRAWING}latin").set("typeface", FONT)
    relation.target_part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _style(master: SlideMaster) -> None:
    """Set the sizes that all slides take over: of the title, and of three levels of text."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", str(int(TITLE.pt * 100)))
    run.set("b", "1")
    fill = run.find(qn("a:solidFill"))
    fill.clear()
    etree.SubElement(fill, qn("a:schemeClr"), val="tx2")
    for level, points in enumerate((32, 28, 24), start=1):
        found = styles.find(f"{qn('p:bodyStyle')}/{qn(f'a:lvl{level}pPr')}")
        found.find(qn("a:defRPr")).set("sz", str(points * 100))
        found.set("marL", str(int(INDENT * level)))
        found.set("indent", str(-int(INDENT)))
        found.find(f"{qn('a:spcBef')}/{qn('a:spcPct')}").set("val", str(SPACE_BEFORE))


def _place(part: SlideMaster | SlideLayout) -> None:
    """Put every placeholder of the master or of a layout where it belongs on a wide slide; the date is removed."""
    number_left = LEFT + WIDTH - NUMBER_WIDTH
    is_cover = part.name == TITLE_SLIDE
    for shape in list(part.placeholders):
        kind = shape.placeholder_format.type.name
        if kind == "DATE":
            shape.element.getparent().remove(shape.element)
        elif kind == "FOOTER":
            _put(shape, LEFT, FOOT_TOP, WIDTH - NUMBER_WIDTH, FOOT_HEIGHT)
            _small(shape, "l")
        elif kind == "SLIDE_NUMBER":
            _put(shape, number_left, FOOT_TOP, NUMBER_WIDTH, FOOT_HEIGHT)
            _small(shape, "r")
        elif kind in ("TITLE", "CENTER_TITLE"):
            _put(shape, LEFT, Inches(2) if is_cover else TITLE_TOP, WIDTH, Inches(1.6) if is_cover else TITLE_HEIGHT)
            shape.text_frame._txBody.bodyPr.set("anchor", "b" if is_cover else "ctr")
        elif kind == "SUBTITLE":
            _put(shape, LEFT, Inches(3.75), WIDTH, Inches(1.4))
            for level in shape.element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
                for run in level.iter(qn("a:defRPr")):
                    _grey(run)
        elif shape.placeholder_format.idx == 2:
            _put(shape, LEFT, TEXT_TOP + TEXT_HEIGHT // 2, WIDTH, TEXT_HEIGHT // 2)
        else:
            height = TEXT_HEIGHT // 2 if part.name == TWO_TEXTS else TEXT_HEIGHT
            _put(shape, LEFT, TEXT_TOP, WIDTH, height)


def _put(shape: Any, left: int, top: int, width: int, height: int) -> None:
    for name, value in {"left": left, "top": top, "width": width, "height": height}.items():
        setattr(shape, name, Emu(value))


def _grey(run: Any) -> None:
    fill = run.find(qn("a:solidFill"))
    if fill is None:
        fill = etree.SubElement(run, qn("a:solidFill"))
        run.insert(0, fill)
    fill.clear()
    etree.SubElement(fill, qn("a:srgbClr"), val=GREY)


def _small(shape: Any, align: str) -> None:
    """Set the size, the colour and the side of a line at the foot."""
    for level in shape.element.iter(qn("a:lvl1pPr")):
        level.set("algn", align)
        for run in level.iter(qn("a:defRPr")):
            run.set("sz", str(int(FOOT.pt * 100)))
            _grey(run)
