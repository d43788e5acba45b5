"""All that can be asked of what is kept."""

from storage.contributions import Words
from storage.meetings import Meetings
from storage.outbox import Outbox
from storage.own_methods import OwnMethods
from storage.people import People
from storage.sessions import Sessions


class Reading(Meetings, Sessions, Words, People, OwnMethods, Outbox):
    """Every question in one place. Asking takes no lock and sees all that was committed before."""
