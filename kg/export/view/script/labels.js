/* Labels that do not overlap: the first come, first served; each tries below, right, left and above its node;
   those that are `wide` also aside, below and above. Those that are `sure` stand even where they cover smaller nodes,
   those that are `fixed` in their first place whatever is there. */

const CELL = 80;

export class Space {
  constructor() { this.cells = new Map(); }

  * near(box) {
    for (let i = Math.floor(box.left / CELL); i <= Math.floor(box.right / CELL); i++) {
      for (let j = Math.floor(box.top / CELL); j <= Math.floor(box.bottom / CELL); j++) yield i * 65536 + j;
    }
  }

  free(box) {
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) || []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const cell of this.near(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}

const around = ({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

/* wanted: [{x, y, r, width, height, must, sure, wide, side, fixed}] in order of importance → the same with left and top set, those that fit.
   `clear`: the nodes that no label may cover. */
export function place(wanted, bounds, limit, clear = []) {
  const space = new Space(), dots = new Space(), placed = [];
  for (const node of clear) dots.take(around(node));
  for (const label of wanted) {
    if (placed.length >= limit) break;
    const fits = (spot) => inBounds(spot, bounds) && space.free(spot) && dots.free(spot), near = (spot) => inBounds(spot, bounds) && space.free(spot);
    const box = label.fixed ? spots(label)[0] : spots(label).find(fits) || (label.sure ? spots(label).find(near) || farther(label).find(near) : null) || (label.must ? farther(label).find(fits) || spots(label)[0] : null);
    if (!box) continue;
    space.take(box);
    space.take(around(label));
    placed.push({ ...label, left: box.left + 4, top: box.top + 1 });
  }
  return placed;
}

/* A label that must stand goes farther from its node where it is crowded. */
const farther = (label) => [14, 28, 42].flatMap((more) => spots({ ...label, r: label.r + more }));

const inBounds = (box, bounds) => box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;

function spots({ x, y, r, width, height, wide, side }) {
  const w = width + 8, h = height + 3, gap = r + 2, left = x + r - w, right = x - r;
  const aside = wide ? [[right, y + gap], [left, y + gap], [right, y - gap - h], [left, y - gap - h]] : [];
  const beside = side ? [[x + gap, y - h / 2]] : [];
  return [...beside, [x - w / 2, y + gap], [x + gap, y - h / 2], [x - gap - w, y - h / 2], [x - w / 2, y - gap - h], ...aside]
    .map(([left, top]) => ({ left, top, right: left + w, bottom: top + h }));
}
