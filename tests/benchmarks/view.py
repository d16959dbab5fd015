"""How fast the page is, beside plain pyvis on the same graph, in headless Chromium without a GPU.

Run by hand from the repository: ``python -m tests.benchmarks.view 1000 5000 20000 [--pyvis]``. Prints one line a
graph: seconds to write, bytes, seconds until ready, redraws a second while panning, milliseconds of search, filter
and focus, megabytes of heap. Needs playwright (pip) and a Chromium; downloads nothing.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.page import page
from kg.export.view.builder import network
from tests.view.browser import ARGUMENTS, chromium
from tests.view.synthetic import synthetic

if TYPE_CHECKING:
    from playwright.sync_api import Page

COUNT = """
window.drawn = 0;
for (const name of ['drawImage', 'clearRect']) {
  const real = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...args) {
    if (this.canvas.isConnected) window.drawn++;
    return real.apply(this, args);
  };
}
"""
PAN = """async (move) => {
  const canvas = document.querySelector('canvas'), box = canvas.getBoundingClientRect();
  const until = performance.now() + 3000;
  const fire = (type, x) => canvas.dispatchEvent(new PointerEvent(type, {pointerId: 1, bubbles: true, isPrimary: true,
    pointerType: 'touch', clientX: x, clientY: box.top + box.height / 2, buttons: 1}));
  canvas.setPointerCapture = () => {};
  let x = box.left + box.width / 2, way = 6, steps = 0;
  fire('pointerdown', x);
  window.drawn = 0;
  const begun = performance.now();
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    if (++steps % 90 === 0) way = -way;
    x += way;
    if (move) fire('pointermove', x); else window.network.moveTo({position: {x: -x * 3, y: 0}, animation: false});
  }
  fire('pointerup', x);
  return window.drawn / ((performance.now() - begun) / 1000);
}"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def timed(tab: Page, what: str) -> float:
    """Milliseconds until what was done is on the screen."""
    return round(
        tab.evaluate(
            f"""async () => {{ const begun = performance.now(); {what};
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            return performance.now() - begun; }}"""
        )
    )


def ours(browser: Any, size: int, folder: Path) -> None:
    graph = synthetic(size)
    begun = time.perf_counter()
    made = page(graph)
    wrote = time.perf_counter() - begun
    path = folder / f"{size}.html"
    path.write_bytes(made)
    tab = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    tab.add_init_script(COUNT)
    begun = time.perf_counter()
    tab.goto(path.as_uri(), wait_until="commit")
    tab.wait_for_selector("html[data-ready]", state="attached")
    tab.evaluate(FRAME)
    ready = time.perf_counter() - begun
    first = tab.evaluate(PAN, True)
    if tab.query_selector("#show-all"):
        tab.click("#show-all")
        tab.wait_for_timeout(1500)
    whole = tab.evaluate(PAN, True)
    tab.wait_for_timeout(800)
    find = timed(
        tab,
        "const q = document.getElementById('query'); q.focus(); q.value = 'jyj'; q.dispatchEvent(new Event('input'))",
    )
    hide = timed(tab, "document.querySelector('[data-switch=kind-2]').click()")
    timed(tab, "document.querySelector('[data-switch=kind-2]').click()")
    tab.wait_for_timeout(800)
    key = graph.entities[len(graph.entities) // 2].key
    changed = "await new Promise((done) => addEventListener('hashchange', done, {once: true}))"
    focus = timed(tab, f"location.hash = {key!r}; {changed}")
    client = tab.context.new_cdp_session(tab)
    client.send("HeapProfiler.collectGarbage")
    heap = client.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    print(
        f"ours  {size:6d}: write {wrote:5.2f} s, {len(made) / 1e6:5.2f} MB, ready {ready:5.2f} s, pan {first:4.1f}/s, "
        f"all {whole:4.1f}/s, search {find} ms, filter {hide} ms, focus {focus} ms, heap {heap:.0f} MB",
        flush=True,
    )
    tab.close()


def plain(browser: Any, size: int, folder: Path) -> None:
    """pyvis's own page of the same network, physics off, positions given: its best case."""
    net = network(synthetic(size))
    for edge in net.edges:
        edge.pop("link")
    net.cdn_resources = "in_line"
    made = net.generate_html()
    path = folder / f"pyvis-{size}.html"
    path.write_text(made, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.add_init_script(COUNT)
    tab.route("http*://**", lambda route: route.abort())
    begun = time.perf_counter()
    tab.goto(path.as_uri(), wait_until="commit")
    tab.wait_for_function("window.drawn > 0 && window.network", timeout=180000)
    tab.evaluate(FRAME)
    ready = time.perf_counter() - begun
    pan = tab.evaluate(PAN, False)
    client = tab.context.new_cdp_session(tab)
    heap = client.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    print(
        f"pyvis {size:6d}: {len(made) / 1e6:5.2f} MB, ready {ready:5.2f} s, pan {pan:4.1f}/s, heap {heap:.0f} MB",
        flush=True,
    )
    tab.close()


def main() -> None:
    from playwright.sync_api import sync_playwright

    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or [1000]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for size in sizes:
            ours(browser, size, Path(name))
            if "--pyvis" in sys.argv:
                plain(browser, size, Path(name))
        browser.close()


if __name__ == "__main__":
    main()
