"""A person's own Discord client in the simulated server: what a robot gets in its hands."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import simcord
from simcord.actors import _component_interaction
from simcord.backend import Backend
from simcord.backend.access import channel_accessible
from simcord.backend.models import Message as Stored

from bot.rehearsal.robots.sight import (
    CHECKBOX,
    STRING_SELECT,
    TICKED,
    Answer,
    Form,
    Message,
    buttons_of,
    choices_of,
    form_of,
    text_of,
)

CANNOT = 0
"""Stands for Discord's number where the client itself offers no way to do it."""

Act = Callable[[], Awaitable[simcord.InteractionResult | None]]


def seen(backend: Backend, stored: Stored) -> Message:
    """A message as it stands on a screen."""
    author = backend.users[stored.author_id]
    return Message(
        id=stored.id,
        channel=stored.channel_id,
        author=stored.author_id,
        by=author.global_name or author.name,
        text=text_of(stored.components, stored.content),
        at=datetime.fromisoformat(stored.timestamp).timestamp(),
        buttons=buttons_of(stored.components),
        choices=choices_of(stored.components),
        private=stored.is_ephemeral,
    )


class Client:
    """One person at the simulated server. Everything goes through the library's actor for this person."""

    def __init__(self, env: simcord.Env, actor: simcord.MemberActor, name: str) -> None:
        self.id = actor.id
        self.name = name
        self.actor = actor
        self._env = env

    def now(self) -> float:
        """The time on the wall."""
        return self._env.now().timestamp()

    def rooms(self) -> Mapping[int, str]:
        """Channels that this person sees."""
        backend = self._env.backend
        channels = [backend.channels[one] for one in backend.get_guild(self.actor.guild.id).channel_ids]
        return {one.id: one.name or "" for one in channels if channel_accessible(backend, one.id, self.id)}

    def sees(self, channel: int) -> bool:
        """Whether this person sees this channel."""
        return channel_accessible(self._env.backend, channel, self.id)

    def look(self, channel: int, after: int = 0) -> Sequence[Message]:
        """As the library's `history(viewer=…)`, but from one message on: that one makes all of them anew."""
        backend = self._env.backend
        if not channel_accessible(backend, channel, self.id, history=True):
            return ()
        stored = backend.messages.get(channel, {}).values()
        return [seen(backend, one) for one in stored if one.id > after and one.visible_to(self.id)]

    async def click(self, message: Message, custom_id: str) -> Answer:
        """Press a button."""
        return await self._answer(lambda: self.actor.click(self._there(message), custom_id=custom_id))

    async def choose(self, message: Message, custom_id: str, values: Sequence[str]) -> Answer:
        """Choose from a list."""
        chosen = list(values)
        return await self._answer(
            lambda: self.actor.select(self._there(message), chosen, custom_id=custom_id)
        )

    async def pick(self, message: Message, custom_id: str, person: str) -> Answer:
        """Choose somebody from a list of people."""
        chosen = [self._named(person)]
        return await self._answer(
            lambda: self.actor.select(self._there(message), chosen, custom_id=custom_id)
        )

    async def hand_in(self, answer: Answer, form: Form, words: Mapping[str, str]) -> Answer:
        """Fill in a form that came up, and send it."""
        filled = {field.id: _value(field.kind, words[field.id]) for field in form.fields if field.id in words}
        return await self._answer(lambda: self.actor.submit_modal(answer.token, filled))  # type: ignore[arg-type]

    async def say(self, channel: int, text: str) -> Answer:
        """Type something."""

        async def send() -> None:
            await self.actor.send(self._channel(channel), text)

        return await self._answer(send)

    async def command(self, channel: int, name: str, options: Mapping[str, object]) -> Answer:
        """Use a slash command."""

        async def send() -> simcord.InteractionResult:
            given: dict[str, Any] = {key: self._option(value) for key, value in options.items()}
            return await self.actor.slash(self._channel(channel), name, **given)

        return await self._answer(send)

    async def forge(self, message: Message, custom_id: str, values: Sequence[str] = ()) -> Answer:
        """Send a press that no button offers. The library's actors do not cheat, so it is put together here."""
        stored = self._env.backend.get_message(message.channel, message.id)
        data: dict[str, Any] = {"custom_id": custom_id, "component_type": STRING_SELECT if values else 2}
        if values:
            data["values"] = list(values)
        return await self._answer(lambda: _component_interaction(self.actor, stored, data))

    # --- How it is done -----------------------------------------------------------------------------------

    async def _answer(self, act: Act) -> Answer:
        try:
            result = await act()
        except simcord.BackendError as error:
            return Answer(refused=error.code)
        except simcord.SetupError as error:
            return Answer(refused=CANNOT, why=str(error))
        if result is None:
            return Answer()
        if result.modal is not None:
            return Answer(form=form_of(result.modal), token=result)
        came = [result.response, *result.followups]
        backend = self._env.backend
        stored = [one._message for one in came if one is not None]  # noqa: SLF001 - as it is kept there
        return Answer(tuple(seen(backend, one) for one in stored))

    def _there(self, message: Message) -> simcord.ResponseMessage:
        return simcord.ResponseMessage(self._env, self._env.backend.get_message(message.channel, message.id))

    def _channel(self, channel: int) -> simcord.ChannelHandle:
        return simcord.ChannelHandle(self._env, self.actor.guild, self._env.backend.get_channel(channel))

    def _option(self, value: object) -> object:
        """A name after `@`, `@&` or `#` stands for a person, a role or a channel, as it does when typed."""
        if not isinstance(value, str) or value[:1] not in {"@", "#"}:
            return value
        guild = self.actor.guild
        if value.startswith("@&"):
            return guild.roles[value[2:]]
        return self._named(value[1:]) if value.startswith("@") else guild.channels[value[1:]]

    def _named(self, name: str) -> simcord.MemberActor:
        backend = self._env.backend
        members = backend.get_guild(self.actor.guild.id).members
        found = [one for one in map(backend.get_user, members) if one.global_name == name]
        if not found:
            raise simcord.SetupError(f"{name} is not on this server")
        user = found[0]
        return simcord.MemberActor(self._env, self.actor.guild, simcord.UserHandle(self._env, user))


def _value(kind: int, text: str) -> str | bool | list[str]:
    """An answer as this kind of question takes it."""
    if kind == CHECKBOX:
        return text == TICKED
    return [text] if kind == STRING_SELECT else text
