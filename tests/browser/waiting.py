"""Waiting for what a page computes, under the security policy that pages are served with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

POLL = """async (given) => {{
  const until = performance.now() + 60000;
  for (;;) {{
    const found = await ({condition})(given);
    if (found) return found;
    if (performance.now() > until) throw new Error("never came true");
    await new Promise((again) => setTimeout(again, 20));
  }}
}}"""


def wait_until(page: Page, condition: str, given: object = None) -> Any:
    """Return what `condition`, a JavaScript function of `given`, first gives that is true; a minute at most.

    Playwright's own `wait_for_function` compiles its condition anew at every look after the first, which a policy
    without 'unsafe-eval' forbids.
    """
    return page.evaluate(POLL.format(condition=condition), given)
