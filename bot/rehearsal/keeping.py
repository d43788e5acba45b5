"""Keeps a rehearsal in a folder: transcript, one person's evening as it is heard, summary, and every request."""

import json
from typing import Any

from bot.rehearsal.hearing import heard_evening
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.requests import Ledger
from bot.rehearsal.transcript import transcript


async def ledger(played: Rehearsal) -> list[dict[str, Any]]:
    """Every request, with the group it was for."""
    store = played.world.store
    rooms: dict[int, int] = {}
    people: dict[int, int] = {}
    for session in await played.sessions():
        room = await store.channel_of(session.id)
        if session.group and room is not None:
            rooms[room] = session.group
            people |= dict.fromkeys(session.members, session.group)
    return list(Ledger(played.world, rooms, people).rows(played.world.recorder.requests))


def as_file(summary: dict[str, Any]) -> str:
    """The figures as they are kept."""
    return json.dumps(summary, indent=2, ensure_ascii=False) + "\n"


async def files(played: Rehearsal, summary: dict[str, Any]) -> dict[str, str]:
    """What is kept: the name of each file, and what stands in it."""
    rows = [json.dumps(row, ensure_ascii=False) for row in await ledger(played)]
    return {
        "summary.json": as_file(summary),
        "requests.jsonl": "\n".join(rows) + "\n",
        "transcript.md": await transcript(played),
        "heard.md": await heard_evening(played),
    }
