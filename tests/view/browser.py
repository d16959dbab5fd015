"""Where a browser is, and how it is started: headless, without a GPU, asking the network for nothing."""

from __future__ import annotations

import os
import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The path of Debian's Chromium or another one; ``KG_CHROMIUM`` names it where it lies elsewhere."""
    known = os.environ.get("KG_CHROMIUM")
    return known or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
