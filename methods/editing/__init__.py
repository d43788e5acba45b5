"""A method changed by forms: a copy, other minutes, other texts. Pure: a method in, another one out.

A form shows what stands there now; what comes back is put in its place. What makes the method worse than it was is
refused with a sentence.
"""

from methods.editing.asking import Asked, Spot, What, Words, asked
from methods.editing.changing import changed
from methods.editing.copying import copied

__all__ = ["Asked", "Spot", "What", "Words", "asked", "changed", "copied"]
