"""What is wrong with a method of the right shape: what would not run, or does not fit on a screen."""

from methods.engine.model import Method
from methods.faults.fault import Fault, Path, values
from methods.faults.forms import of_forms
from methods.faults.names import of_names
from methods.faults.numbers import of_numbers, of_steps
from methods.faults.references import of_references
from methods.faults.running import of_running
from methods.faults.texts import of_texts

__all__ = ["Fault", "Path", "faults"]


def faults(method: Method) -> tuple[Fault, ...]:
    """Everything that is wrong with it."""
    found = tuple(values(method))
    single = (fault for look in (of_names, of_texts, of_numbers) for fault in look(found))
    together = (fault for look in (of_steps, of_forms, of_references, of_running) for fault in look(method))
    return (*single, *together)
