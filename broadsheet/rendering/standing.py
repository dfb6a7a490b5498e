"""Standing type: what stays set between pages, as a printer keeps the heads and rules that every issue needs again.

A macro of a part that draws on nothing but its arguments is worked out once for the same arguments; what it made is
kept, and set again. Layouts need not know of it: they write macros as ever, and a macro that could make something
else the next time is called each time. The rest of a layout's calls go a shorter way than Jinja's own.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from types import BuiltinMethodType, FunctionType, MethodType, NoneType
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import Environment, Template, TemplateError, nodes, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.filters import do_striptags, do_trim
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, missing
from markupsafe import Markup
from markupsafe import escape as escaped

from broadsheet.planning.views import Card, EditionRef, Link, PageRef, Site
from broadsheet.rendering.shortened import Shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, MutableMapping, Sequence
    from gettext import NullTranslations

    from jinja2 import BaseLoader, BytecodeCache, Undefined
    from jinja2.environment import TemplateModule

MOST: Final = 2000
"""How many results of one macro are kept: the frames and names of some editions, the cards of a month."""

# Values that never change and whose equals look the same. Numbers are not among them (1 is equal to True), nor is
# markup (equal to a text that must be escaped). A card stands in the month of its section and of each of its people,
# and once more where that month is the newest.
_LASTING: Final = frozenset({str, bool, NoneType, date, Card, EditionRef, Link, PageRef, Site})
# Filters and functions that look at more than their arguments, or answer by chance.
_UNSTEADY: Final = frozenset({"absolute", "lipsum", "random", "structured_data"})
_IMPORTS: Final = (nodes.Import, nodes.FromImport)
# What a part's code is followed by: its names are looked up when it runs. `{macro}` is the class of its macros.
_TAIL: Final = """
from broadsheet.rendering.standing import escape, StandingMacro, {macro} as Macro
set_standing = StandingMacro.set
"""


class StandingMacro(Macro):
    """A macro that makes the same of the same arguments."""

    def __init__(self, environment: Environment, drawn: Callable[..., str], *declared: Any) -> None:  # noqa: ANN401  Jinja's
        """Begin with nothing set, from what Jinja gives a macro."""
        super().__init__(environment, drawn, *declared)
        self._drawn = drawn
        # The parameters that are left after so many arguments without a name; none for a macro that takes any.
        most = -1 if self.catch_kwargs or self.catch_varargs or self.caller else len(self.arguments)
        self._left = [(self.arguments[at:], frozenset(self.arguments[at:])) for at in range(most + 1)]
        self._kept: dict[Hashable, Markup] = {}

    def set(self, /, *args: object, **named: object) -> Markup:
        """What it makes of the arguments, which is markup: from what is kept, where it can be."""
        for value in (*args, *named.values()) if named else args:
            if type(value) not in _LASTING and not (type(value) is tuple and _LASTING.issuperset(map(type, value))):
                return self._made(args, named)
        key = (args, tuple(named.items())) if named else args
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            made = self._kept[key] = self._made(args, named)
        return made

    def _made(self, args: tuple[object, ...], named: dict[str, object]) -> Markup:
        """Jinja's own way from arguments to parameters is made for whatever there may be; this is for what there is."""
        if len(args) < len(self._left):
            left, names = self._left[len(args)]
            if named.keys() <= names:
                return Markup(self._drawn(*args, *[named.get(name, missing) for name in left]))  # noqa: S704  it escaped
        return Markup(self(*args, **named))  # noqa: S704  as above


class Words:
    """The site's words in one language, for `_` and `{% trans %}`: those that nothing is put into are kept."""

    def __init__(self, gettext: Callable[..., str]) -> None:
        """Take what Jinja calls for them, a function of the context, the message and what is put into it."""
        self._gettext = gettext
        self._kept: dict[str, str] = {}

    @pass_context
    def __call__(self, context: Context, text: str, /, **values: object) -> str:
        """The message `text` in the language of the page."""
        if values or not context.eval_ctx.autoescape:
            return self._gettext(context, text, **values)
        said = self._kept.get(text)
        if said is None:
            said = self._kept[text] = self._gettext(context, text)
        return said


_SHORT: Final = frozenset({StandingMacro, Words, Macro, BuiltinMethodType, FunctionType, MethodType})


class StandingContext(Context):
    """What a layout sees while it is rendered, with a short way for the calls that it makes most."""

    @internalcode
    def call(self, called: Callable[..., object], /, *args: object, **named: object) -> object:
        """What a call in a layout gives back; see `jinja2.runtime.Context.call`, which does whatever is rare."""
        if type(called) in _SHORT:
            if named:
                named.pop("_loop_vars", None)
                named.pop("_block_vars", None)
            if isinstance(called, StandingMacro) and self.eval_ctx.autoescape:
                return called.set(*args, **named)
            if isinstance(called, Macro):
                return called(self.eval_ctx, *args, **named)
            if isinstance(called, Words):
                args = (self, *args)
            if not hasattr(called, "jinja_pass_arg"):
                try:
                    return called(*args, **named)
                except StopIteration:
                    pass  # Jinja has a word for it
        return super().call(called, *args, **named)


class StandingEnvironment(Environment):
    """Jinja's environment, its macros standing where they can. Layouts never change while it lives."""

    context_class = StandingContext

    def __init__(
        self,
        *,
        loader: BaseLoader,
        extensions: Sequence[str],
        undefined: type[Undefined],
        bytecode_cache: BytecodeCache | None,
        shortened: bool = False,
    ) -> None:
        """Begin with no layout loaded; with `shortened` code, see there."""
        super().__init__(
            loader=loader,
            extensions=extensions,
            undefined=undefined,
            bytecode_cache=bytecode_cache,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=-1,
            auto_reload=False,
        )
        self.code_generator_class = Shortened if shortened else CodeGenerator
        self.filters.update(trim=trim, striptags=without_tags)
        self._known: dict[str, Template] = {}
        self._steady: dict[str, bool] = {}
        self.standing_part = cache(self._standing_part)

    def speak(self, translations: NullTranslations) -> None:
        """Take the language that the layouts speak."""
        install = vars(self)["install_gettext_callables"]  # the i18n extension adds it
        install(translations.gettext, translations.ngettext, newstyle=True)
        words = Words(cast("Callable[..., str]", self.globals["gettext"]))
        self.globals.update(_=words, gettext=words)

    @internalcode
    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002  Jinja's name for it
    ) -> Template:
        """A layout by name, compiled once."""
        if globals is not None or isinstance(name, Template):
            return super().get_template(name, parent, globals)
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """What every layout may name: as it is, since each import compares it."""
        return super().make_globals(d) if d else self.globals

    def _standing_part(self, name: str) -> TemplateModule:
        """A part whose macros stand, for those who import it."""
        return self.get_template(name).module

    def standing_names(self, tree: nodes.Template, name: str) -> frozenset[str]:
        """The names in a layout that mean macros which stand: its own, and those that it has from other parts."""
        own: list[str] = [node.name for node in tree.find_all(nodes.Macro)] if self._is_steady(tree, name) else []
        parts = [node for node in tree.find_all(nodes.FromImport) if self.steady_part(node.template)]
        had = [each if isinstance(each, str) else each[1] for node in parts for each in node.names]
        return frozenset((*own, *had))

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002  as Jinja declares it
    ) -> str:
        code = super()._generate(source, name, filename, defer_init)
        return code + _TAIL.format(macro="StandingMacro" if name and self._is_steady(source, name) else "Macro")

    def _is_steady(self, tree: nodes.Template, name: str) -> bool:
        """Whether all that the macros of a part see is their arguments, the site's words and other such macros."""
        if name not in self._steady:
            self._steady[name] = False  # for one that imports itself
            self._steady[name] = all(map(_only_defines, tree.body)) and self._draws_on_nothing(tree)
        return self._steady[name]

    def _draws_on_nothing(self, tree: nodes.Template) -> bool:
        called: Iterable[nodes.Filter | nodes.Name] = tree.find_all((nodes.Filter, nodes.Name))
        if tree.find(nodes.Include) or find_undeclared_variables(tree) or any(n.name in _UNSTEADY for n in called):
            return False
        imports: Iterable[nodes.Import | nodes.FromImport] = tree.find_all(_IMPORTS)
        return all(not node.with_context and self.steady_part(node.template) for node in imports)

    def steady_part(self, template: nodes.Expr) -> str:
        """The name of the part that is imported so, "" where its macros may not stand."""
        if not (isinstance(template, nodes.Const) and self.loader):
            return ""
        name = str(template.value)
        if name not in self._steady:
            try:
                self._is_steady(self.parse(self.loader.get_source(self, name)[0], name), name)
            except TemplateError:
                return ""  # told where it is imported
        return name if self._steady[name] else ""


def trim(value: str, chars: str | None = None) -> str:
    """A text without the white space, or the `chars`, at its ends; most markup has none there."""
    if chars is None and type(value) is Markup and len(str.strip(value)) == len(value):
        return value
    return do_trim(value, chars)


def without_tags(value: object) -> str:
    """A text without its tags and comments, on one line, its references as characters; most has none of them."""
    if isinstance(value, str) and "<" not in value and "&" not in value:
        return " ".join(str.split(value))
    return do_striptags(cast("str", value))


def escape(value: object) -> object:
    """What stands in the page for a value: markup is ready, and so is a text without a sign that HTML needs."""
    if type(value) is Markup or (
        type(value) is str
        and "&" not in value
        and "<" not in value
        and ">" not in value
        and '"' not in value
        and "'" not in value
    ):
        return value
    return escaped(value)


def _only_defines(node: nodes.Node) -> bool:
    """Whether a part's outermost statement is a macro, an import, or text that nobody sees."""
    if isinstance(node, nodes.Output):
        return all(isinstance(each, nodes.TemplateData) for each in node.nodes)
    return isinstance(node, (nodes.Macro, *_IMPORTS))
