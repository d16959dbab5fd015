"""The page inside a notebook cell: an inline frame that holds it whole, shut off from the notebook around it."""

from __future__ import annotations

import html


def frame(page: bytes, height: int = 640) -> str:
    """The HTML of a frame with the page in it; its script runs, but sees nothing of the notebook.

    >>> frame(b"<p>&amp;</p>", 100)[:45]
    '<iframe srcdoc="&lt;p&gt;&amp;amp;&lt;/p&gt;"'
    """
    inside = html.escape(page.decode())
    limits = 'sandbox="allow-scripts allow-downloads"'
    return f'<iframe srcdoc="{inside}" {limits} width="100%" height="{int(height)}" style="border:0"></iframe>'
