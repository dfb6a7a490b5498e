"""Markdown as newspapers need it: extensions of Python-Markdown, and the passes that set its HTML as newspaper copy.

The way of a body: `typed` (clean text that knows its places) → `limits` → `conversion` → `sanitise` → `element` (a
tree) → `figures`, `boxes`, `crossheads`, `tables`, `footnotes`, `soft_breaks`, `fragments`, `links` → `paragraphs`;
`marked` goes that way. Copy of plain paragraphs and crossheads takes the short cut through `plain`.
"""
