"""The JSON Schema of a method file, from which an editor completes keys and explains them.

Written out in full, without references: the widely used editor plugin for TOML (Taplo) reads draft 4, in which a
reference hides the description next to it.
"""

from dataclasses import MISSING, fields
from typing import Any, Final

from methods.engine.model import Method, Minutes
from methods.engine.text import Language, Text
from methods.faults.numbers import BETWEEN
from methods.faults.texts import LONGEST
from methods.toml import shape
from methods.toml.explained import EXPLAINED

DRAFT: Final = "http://json-schema.org/draft-04/schema#"
TITLE: Final = Text(nl="Een methode voor Kring", en="A method for Kring")

Schema = dict[str, Any]


def schema(language: Language = "en") -> Schema:
    """The schema, with descriptions in this language."""
    return {"$schema": DRAFT, "title": TITLE.to(language), **_of(Method, language)}


def _of(kind: shape.Kind, language: Language) -> Schema:
    possible = shape.arms(kind)
    if len(possible) > 1:
        return {"anyOf": [_of(arm, language) for arm in possible]}
    (kind,) = possible
    if kind is Minutes:
        return {"anyOf": [{"type": "number", "minimum": 0}, _table(kind, language)]}
    if shape.is_table(kind):
        return _table(kind, language)
    if words := shape.choices(kind):
        return {"type": "string", "enum": list(words)}
    if items := shape.items_of(kind):
        return _list(items, language)
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]}


def _table(kind: shape.Kind, language: Language) -> Schema:
    required = [name for name in shape.keys(kind) if name in shape.required(kind)]
    return {
        "type": "object",
        "properties": {name: _property(kind, name, language) for name in shape.keys(kind)},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _property(owner: shape.Kind, name: str, language: Language) -> Schema:
    text = EXPLAINED.get((owner, name))
    usual = next(field.default for field in fields(owner) if field.name == name)
    described = {"description": text.to(language)} if text else {}
    return {
        **described,
        **({} if usual in {MISSING, None, ()} else {"default": usual}),
        **_limited(_of(shape.keys(owner)[name], language), owner, name),
    }


def _limited(schema: Schema, owner: shape.Kind, name: str) -> Schema:
    """With how long a text may be, or how large a number."""
    if most := LONGEST.get((owner, name)):
        languages = {key: {"type": "string", "maxLength": most} for key in schema["properties"]}
        return {**schema, "properties": languages}
    if limits := BETWEEN.get((owner, name)):
        return {**schema, "minimum": limits[0], "maximum": limits[1]}
    return schema


def _list(items: tuple[shape.Kind, ...], language: Language) -> Schema:
    if Ellipsis in items:
        return {"type": "array", "items": _of(items[0], language)}
    size = {"minItems": len(items), "maxItems": len(items)}
    return {"type": "array", "items": [_of(one, language) for one in items], **size}
