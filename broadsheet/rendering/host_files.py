"""What the host reads: headers for every page, and redirects from old addresses.

The `_headers` and `_redirects` files that Netlify and Cloudflare Pages share; netlify.toml holds the same headers, and
a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from broadsheet.rendering.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.planning.catalogue import Catalogue
    from broadsheet.planning.views import Site

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        # The search index is WebAssembly, which is what 'wasm-unsafe-eval' allows; everything else is our own files.
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        "trusted-types broadsheet"
    ),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FORMS_HEADERS = {
    # Decap CMS writes its own styles and has its configuration checked by code that it makes on the way. Scripts are
    # the site's own nonetheless. It talks to whatever host has the repository.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob: https:; font-src 'self' data:; connect-src 'self' data: blob: https:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # The window in which an editor signs in answers the one that opened it.
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    "X-Robots-Tag": "noindex",
}
"""What is sent otherwise with the forms: they are none of the readers' pages."""
FORMS = "/admin/*"
FOR_EVER = "public, max-age=31536000, immutable"
FINGERPRINTED = ("/assets/*", "/files/*", "/pagefind/bundles/*", "/pagefind/grams/*")
"""Files whose address has the digest of their content, or of what they are made from: what it holds never changes."""


def host_files(catalogue: Catalogue, site: Site) -> Iterator[Output]:
    """`_headers` and, where stories have old addresses, `_redirects`."""
    headers = _headers(site.base, has_forms=catalogue.newspaper.admin is not None)
    yield Output("_headers", headers, headers.encode)
    base = site.base
    redirects = "".join(sorted(f"{base}{quote(old)} {base}{quote(new)} 301\n" for old, new in catalogue.moved))
    if redirects:
        yield Output("_redirects", redirects, redirects.encode)


def _headers(base: str, *, has_forms: bool) -> str:
    lines = [f"{base}/*", *_set(SECURITY_HEADERS)]
    for pattern in FINGERPRINTED:
        lines += [f"{base}{pattern}", *_set({"Cache-Control": FOR_EVER})]
    if has_forms:
        # Cloudflare joins what several rules say of one header, unless it is taken away first.
        lines += [f"{base}{FORMS}", *(f"  ! {name}" for name in FORMS_HEADERS if name in SECURITY_HEADERS)]
        lines += _set(FORMS_HEADERS)
    return "\n".join(lines) + "\n"


def _set(headers: Mapping[str, str]) -> list[str]:
    return [f"  {name}: {value}" for name, value in headers.items()]
