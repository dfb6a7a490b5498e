"""Which `<` begins a tag: in a newspaper `x<y` is arithmetic and `<标题>` is a title."""

from __future__ import annotations

import re

from broadsheet.reading.markdown.sites import outside_code

# A tag as HTML has it, with names in ASCII and no more attributes than anyone types; an address or e-mail address
# between < and >; the target of a link, `](<a b.md>)`.
_TAG = (
    r"</?[A-Za-z][A-Za-z0-9-]*+"
    r"(?:\s++[A-Za-z_:@][\w:.@-]*+(?:\s*+=\s*+(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'=<>`]++))?+){0,40}+\s*+/?>"
)
_AUTOLINK = r"<(?:[A-Za-z][A-Za-z0-9+.-]*+:[^<>\n]*+|[^\s<>@]++@[^\s<>]++)>"
_SIGN = re.compile(rf"(?P<tag>{_TAG}|{_AUTOLINK}|(?<=\]\()<|(?<=\]:)<|(?<=\]: )<)|<")


def escape_stray(text: str) -> str:
    """Give `text` in which every `<` outside code that begins nothing is written `&lt;`, so that no word is lost.

    A comment that is never closed is text too; so are `<?…>` and `<!…>`.
    """
    if "<" not in text:
        return text
    parts: list[str] = []
    position = 0
    scan = outside_code(text)
    last_end = scan.rfind("-->")
    while (match := _SIGN.search(scan, position)) is not None:
        start, end = match.span()
        parts.append(text[position:start])
        if match["tag"] is None and scan.startswith("<!--", start) and start < last_end:
            end = scan.index("-->", start) + 3
            parts.append(text[start:end])
        else:
            parts.append("&lt;" if match["tag"] is None else text[start:end])
        position = end
    parts.append(text[position:])
    return "".join(parts)
