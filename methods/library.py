"""Which methods there are: every file of this package that holds a `METHOD`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import methods
from methods.engine.model import Method
from methods.meeting import Meeting


@cache
def all_methods() -> tuple[Method, ...]:
    """Every method, by id. A new file needs nothing but its own `METHOD`."""
    modules = (import_module(f"methods.{found.name}") for found in iter_modules(methods.__path__))
    found = [value for module in modules if isinstance(value := getattr(module, "METHOD", None), Method)]
    ids = [one.id for one in found]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"Two files hold a method with the id {', '.join(sorted(twice))}.")
    return tuple(sorted(found, key=lambda one: one.id))


def method(method_id: str) -> Method:
    """The method with this id."""
    known = {one.id: one for one in all_methods()}
    if method_id not in known:
        raise KeyError(f"There is no method {method_id!r}; there are: {', '.join(known)}.")
    return known[method_id]


def recipe_of(meeting: Meeting) -> Method:
    """The method of a meeting: one of these, or one that came from a file."""
    return meeting.own or method(meeting.method)
