"""What Textual does over and over in an app of a test without anything coming of it, done once.

None of this changes what a screen shows or does: rules hash by identity in C and not in Python, style rules that a
node has already are not set again, and what is painted goes nowhere, so that it need be painted only once it is idle.
"""

from collections.abc import Callable
from typing import Any

from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from .idleness import before_idle

_set_rules: Callable[[DOMNode, RulesMap], None] = Stylesheet.replace_rules
paint_at_once: Callable[[Screen[Any]], None] = Screen._compositor_refresh
"""What Textual does. Tests of screens that are small or half ready use it, to paint each step."""


def quicken() -> None:
    """Replace the parts of Textual for the rest of the run."""
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
    Stylesheet.replace_rules = staticmethod(_replace_changed_rules)  # type: ignore[method-assign]


def _replace_changed_rules(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    """Set the rules at once: nothing is animated in tests."""
    if node.styles.base._rules == rules:
        node.notify_style_update()
    else:
        _set_rules(node, rules)


def paint_when_idle(screen: Screen[Any]) -> None:
    """Paint the screen on top once nothing else is under way, in place of at each step to that."""
    if screen is not screen.app.screen:
        paint_at_once(screen)
        return
    screen._dirty_widgets.clear()
    before_idle(screen, paint_at_once)
    screen.app._update_mouse_over(screen)
