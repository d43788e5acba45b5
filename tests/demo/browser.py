"""Debian's Chromium without a window, spoken to over its own protocol: enough to see, press and type."""

import asyncio
import base64
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Two tabs are two people: neither is put to sleep because the other is in front.
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    "--disable-extensions",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    # The same pixels each time: everything is drawn whole, by one thread, before it is shown.
    "--num-raster-threads=1",
    "--disable-partial-raster",
    "--disable-skia-runtime-opts",
    "--disable-checker-imaging",
    "--disable-new-content-rendering-timeout",
    "--remote-debugging-port=0",
)
PATIENCE = 120.0
"""Real seconds after which something will not come any more: tests wait for what they see, never for a time."""
STEADY = 20
"""So many pictures are taken at most until two are the same: then nothing is being drawn any more."""
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowRight": 39, "ArrowDown": 40}


def chromium() -> str | None:
    """Where Chromium is, if it is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Failed(AssertionError):
    """The page did not come to show what was awaited."""


class Page:
    """One tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.faults: list[str] = []
        """What the page's script complained of."""
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                waiting = self._waiting.pop(told["id"], None)
                if waiting is not None and not waiting.done():  # else nobody waits for it any more
                    waiting.set_result(told)
            elif told["method"] == "Runtime.exceptionThrown":
                self.faults.append(json.dumps(told["params"]["exceptionDetails"])[:600])
            elif told["method"] == "Log.entryAdded" and told["params"]["entry"]["level"] == "error":
                self.faults.append(told["params"]["entry"]["text"])
            elif told["method"] == "Page.javascriptDialogOpening":
                self._number += 1
                method = "Page.handleJavaScriptDialog"
                answer = {"id": self._number, "method": method, "params": {"accept": True}}
                await self._socket.send_json(answer)

    async def call(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol."""
        self._number += 1
        self._waiting[self._number] = future = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        try:
            answer = await asyncio.wait_for(future, PATIENCE)
        except TimeoutError:
            raise Failed(f"no answer to {method} {str(params)[:300]}") from None
        if "error" in answer:
            raise Failed(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    async def close(self) -> None:
        """Close the tab."""
        with suppress(Failed, TimeoutError):
            await self.call("Page.close")
        await self._socket.close()

    async def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the page has
        """What a piece of script gives."""
        answer = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failed(json.dumps(answer["exceptionDetails"])[:600])
        return answer["result"].get("value")

    async def open(self, address: str) -> None:
        """Go there."""
        await self.call("Page.navigate", url=address)
        await self.until(
            f"location.href.startsWith({json.dumps(address)}) && document.readyState === 'complete'"
        )

    async def reload(self) -> None:
        """Load the page anew; come back when the old one is gone."""
        await self.run("window.before = true; location.reload()")
        await self.until("!window.before && document.readyState === 'complete'")

    async def until(self, script: str, patience: float = PATIENCE) -> Any:  # noqa: ANN401 - as `run`
        """Wait until this is so."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience
        while True:
            found = None
            with suppress(Failed):  # in the middle of a reload there is no page to ask
                found = await self.run(script)
            if found:
                return found
            if loop.time() > end:
                raise Failed(f"not within {patience} s: {script}\n{await self.text()}\n{self.faults}")
            await asyncio.sleep(0.05)

    async def text(self) -> str:
        """The end of what stands on the page."""
        return str(await self.run("document.body.innerText"))[-1500:]

    async def size(
        self, width: int, height: int, *, dark: bool = False, mobile: bool = False, dense: int = 1
    ) -> None:
        """A screen of this size, by day or by night. `dense`: pixels to the dot."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=dense,
            mobile=mobile,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        await self.call("Emulation.setEmulatedMedia", features=[scheme, still])

    async def key(self, name: str, *, shift: bool = False) -> None:
        """Press a key."""
        code = KEYS[name]
        text = {"Enter": "\r", " ": " "}.get(name)
        shared: dict[str, object] = {
            "key": name,
            "code": "Space" if name == " " else name,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        await self.call(
            "Input.dispatchKeyEvent", type="keyDown", **shared, **({"text": text} if text else {})
        )
        await self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    async def type(self, text: str) -> None:
        """Type where the keyboard is."""
        await self.call("Input.insertText", text=text)

    async def picture(self) -> bytes:
        """What the screen shows, as a PNG, once it stands still."""
        before = b""
        for _ in range(STEADY):
            answer = await self.call("Page.captureScreenshot", format="png")
            now = base64.b64decode(answer["data"])
            if now == before:
                return now
            before = now
        raise Failed("the screen never stood still")


class Browser:
    """One Chromium; each tab is a viewer of its own."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address

    async def page(self) -> Page:
        """A new tab."""
        async with self._http.put(f"{self._address}/json/new?about:blank") as answer:
            target = await answer.json(content_type=None)
        socket = await self._http.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0)
        page = Page(socket)
        for domain in ("Page", "Runtime", "Log"):
            await page.call(f"{domain}.enable")
        await page.call("Page.bringToFront")
        return page


@asynccontextmanager
async def browser(binary: str) -> AsyncIterator[Browser]:
    """A Chromium with a profile of its own, gone afterwards."""
    with TemporaryDirectory(prefix="kring-browser-", ignore_cleanup_errors=True) as folder:
        command = [binary, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: ASYNC220, S603 - it comes back at once; our own flags
        try:
            port = await _port(Path(folder) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as http:
                yield Browser(http, f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait, PATIENCE)


async def _port(file: Path) -> int:
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE
    while loop.time() < end:
        if file.exists() and (lines := file.read_text("utf-8").split()):  # noqa: ASYNC240 - a line in a temporary file
            return int(lines[0])
        await asyncio.sleep(0.1)
    raise Failed("Chromium did not start")
