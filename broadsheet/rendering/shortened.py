"""Shortened code: what a layout asks of its views, written as in Python where Jinja looks twice each time.

For `card.title` Jinja's own code calls a function that tries the attribute, then an item of that name, and then makes
a value that stands for nothing; it calls a macro by way of the context. A page that lacks nothing needs neither, and
is drawn in four fifths of the time (174 µs an article, not 220). One whose shortened code fails is drawn by Jinja's
own, which gives what it should be, or tells what is wrong with it.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Final, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator

if TYPE_CHECKING:
    from jinja2.compiler import Frame

    from broadsheet.rendering.standing import StandingEnvironment

_IN_ONE_PIECE: Final = (nodes.Name, nodes.Getattr, nodes.Call)


class Shortened(CodeGenerator):
    """Writes a layout's shortened code."""

    _standing: frozenset[str] = frozenset()
    """The names in the layout that mean macros which stand."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  Jinja's name
        """The whole layout."""
        self._standing = cast("StandingEnvironment", self.environment).standing_names(node, self.name or "")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  as above
        """`card.title` as it is. Python takes letters of several kinds for the same, and keeps words to itself."""
        # The blocks of `self` are its items.
        of_self = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if of_self or iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        left, right = ("", "") if isinstance(node.node, _IN_ONE_PIECE) else ("(", ")")
        self.write(left)
        self.visit(node.node, frame)
        self.write(f"{right}.{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802  as above
        """A call of a macro that stands, as one; any other by way of the context."""
        if forward_caller or not self._is_standing(node, frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("set_standing(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _is_standing(self, node: nodes.Expr, frame: Frame) -> bool:
        """Whether a value is what a macro that stands gives back, which is markup."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return False
        return node.node.name in self._standing and frame.eval_ctx.autoescape and not frame.eval_ctx.volatile

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if self._is_standing(node, frame):
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """A part whose macros stand is the same for every page; Jinja's own code looks for it each time."""
        environment = cast("StandingEnvironment", self.environment)
        if not node.with_context and (name := environment.steady_part(node.template)):
            self.write(f"environment.standing_part({name!r})")
        else:
            super()._import_common(node, frame)
