"""Fonts of Word's runs (phông chữ): an old font says which letters the codes mean, "all capitals" which are
seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from thidua.reading.files.numbering import W, style_of

_DEEPEST = 10


@dataclass(frozen=True)
class Face:
    """How letters are drawn: name of the font, shown as capitals, not shown at all."""

    font: str = ""
    capitals: bool = False
    hidden: bool = False


@dataclass
class Fonts:
    """The faces of a document: its default, the styles by name, and which of them is meant where none is
    named."""

    default: Face = field(default_factory=Face)
    usual: str = ""
    styles: dict[str, etree._Element] = field(default_factory=dict)
    changes: dict[str, list[etree._Element]] = field(default_factory=dict)

    def of_paragraph(self, paragraph: etree._Element) -> Face:
        """The face of a paragraph by its style, or by the style of all paragraphs that name none."""
        style = style_of(paragraph)
        return self._by_style(self.default, self.usual if style is None else style)

    def of_run(self, run: etree._Element, face: Face) -> Face:
        """The face of a run inside a paragraph."""
        own = run.find(f"{W}rPr")
        if own is None:
            return face
        style = own.find(f"{W}rStyle")
        if style is not None:
            face = self._by_style(face, style.get(f"{W}val", ""))
        return _changed(face, own)

    def _by_style(self, face: Face, style: str) -> Face:
        if style not in self.changes:
            self.changes[style] = self._properties(style)
        for properties in self.changes[style]:
            face = _changed(face, properties)
        return face

    def _properties(self, name: str) -> list[etree._Element]:
        """What a style and those on which it rests change, the lowest first."""
        found: list[etree._Element] = []
        for _ in range(_DEEPEST):
            if name not in self.styles:
                break
            own = self.styles[name].find(f"{W}rPr")
            found = [own, *found] if own is not None else found
            below = self.styles[name].find(f"{W}basedOn")
            name = below.get(f"{W}val", "") if below is not None else ""
        return found


def _changed(face: Face, properties: etree._Element) -> Face:
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None:
        font = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
        face = replace(face, font=font) if font else face
    return replace(
        face,
        capitals=_is_on(properties, "caps", before=face.capitals),
        hidden=_is_on(properties, "vanish", before=face.hidden),
    )


def _is_on(properties: etree._Element, mark: str, *, before: bool) -> bool:
    found = properties.find(W + mark)
    return before if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")


def load_fonts(styles: etree._Element | None) -> Fonts:
    """Read the faces out of styles.xml."""
    fonts = Fonts()
    if styles is None:
        return fonts
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if default is not None:
        fonts.default = _changed(fonts.default, default)
    for style in styles.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        fonts.styles[name] = style
        if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
            fonts.usual = name
    return fonts
