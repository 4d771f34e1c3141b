"""The XML Schema of a year, written out from the structure table."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from engine.ilr._values import RESTRICTED
from engine.ilr.schema import ElementSpec, YearSchema

_BASES = {
    "text": "RestrictedString",
    "string": "xs:string",
    "int": "xs:int",
    "long": "xs:long",
    "decimal": "xs:decimal",
    "date": "xs:date",
    "datetime": "xs:dateTime",
}


def xsd_of(year: YearSchema) -> bytes:
    """Return the XML Schema document of a year's structure, UTF-8 with LF line ends."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{year.namespace}"'
        f' targetNamespace="{year.namespace}" elementFormDefault="qualified">',
        '  <xs:simpleType name="RestrictedString">',
        '    <xs:restriction base="xs:string">',
        f"      <xs:pattern value={quoteattr(RESTRICTED + '*')}/>",
        "    </xs:restriction>",
        "  </xs:simpleType>",
    ]
    _element(year.root, 1, lines)
    lines.append("</xs:schema>")
    return ("\n".join(lines) + "\n").encode()


def _element(spec: ElementSpec, depth: int, lines: list[str]) -> None:
    pad = "  " * depth
    occurs = ""
    # A global element may not carry occurrence limits.
    if depth > 1 and spec.min_occurs != 1:
        occurs += f' minOccurs="{spec.min_occurs}"'
    if depth > 1 and spec.max_occurs != 1:
        occurs += f' maxOccurs="{"unbounded" if spec.max_occurs is None else spec.max_occurs}"'
    facets = [] if spec.is_entity else _facets(spec)
    if not spec.is_entity and not facets:
        lines.append(f'{pad}<xs:element name="{spec.name}" type="{_BASES[spec.kind]}"{occurs}/>')
        return
    lines.append(f'{pad}<xs:element name="{spec.name}"{occurs}>')
    if spec.is_entity:
        lines += [f"{pad}  <xs:complexType>", f"{pad}    <xs:sequence>"]
        for child in spec.children:
            _element(child, depth + 3, lines)
        lines += [f"{pad}    </xs:sequence>", f"{pad}  </xs:complexType>"]
    else:
        lines += [f"{pad}  <xs:simpleType>", f'{pad}    <xs:restriction base="{_BASES[spec.kind]}">']
        lines += [f"{pad}      <xs:{name} value={quoteattr(value)}/>" for name, value in facets]
        lines += [f"{pad}    </xs:restriction>", f"{pad}  </xs:simpleType>"]
    lines.append(f"{pad}</xs:element>")


def _facets(spec: ElementSpec) -> list[tuple[str, str]]:
    facets: list[tuple[str, str]] = []
    if spec.length is not None:
        facets += [("minLength", str(spec.length[0])), ("maxLength", str(spec.length[1]))]
    if spec.digits is not None:
        facets.append(("totalDigits", str(spec.digits)))
    if spec.fraction is not None:
        facets.append(("fractionDigits", str(spec.fraction)))
    if spec.minimum is not None and spec.maximum is not None:
        facets += [("minInclusive", str(spec.minimum)), ("maxInclusive", str(spec.maximum))]
    if spec.value is not None:
        facets.append(("enumeration", spec.value))
    if spec.pattern is not None:
        facets.append(("pattern", spec.pattern))
    return facets
