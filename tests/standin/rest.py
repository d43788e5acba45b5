"""A request to the stand-in, and what it may come back with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.standin.world import Json


@dataclass(frozen=True)
class Asked:
    """A request that has come in. `names` are the numbers in its path."""

    method: str
    path: str
    """Without `/api/v10`."""
    template: str
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    token: str | None

    def id(self, name: str) -> int:
        """A number from the path."""
        return int(self.names[name])


@dataclass(frozen=True)
class Given:
    """What it comes back with; without a body there is nothing to say (204)."""

    body: object = None
    status: int = 200

    @property
    def shown(self) -> int:
        return self.status if self.body is not None else 204


class Refused(Exception):
    """Discord will not have it, with its own code."""

    def __init__(self, status: int, code: int, message: str, **more: Any) -> None:  # noqa: ANN401 - more of the body
        super().__init__(f"{status}/{code} {message}")
        self.status = status
        self.body: Json = {"message": message, "code": code, **more}


NO_ACCESS = (403, 50001, "Missing Access")
NO_PERMISSION = (403, 50013, "Missing Permissions")
NO_DIRECT = (403, 50007, "Cannot send messages to this user")
NO_CHANNEL = (404, 10003, "Unknown Channel")
NO_GUILD = (404, 10004, "Unknown Guild")
NO_MEMBER = (404, 10007, "Unknown Member")
NO_MESSAGE = (404, 10008, "Unknown Message")
NO_INTERACTION = (404, 10062, "Unknown interaction")
NO_WEBHOOK = (404, 10015, "Unknown Webhook")
NO_ROUTE = (404, 0, "404: Not Found")
ANSWERED = (400, 40060, "Interaction has already been acknowledged.")
TOO_OLD = (400, 50034, "A message provided was too old to bulk delete")
NOT_YOURS = (403, 50005, "Cannot edit a message authored by another user")
OLD_TOKEN = (401, 50027, "Invalid Webhook Token")
UNAUTHORIZED = (401, 0, "401: Unauthorized")
FULL_GUILD = (400, 30013, "Maximum number of guild channels reached (500)")
INVALID = (400, 50035, "Invalid Form Body")
