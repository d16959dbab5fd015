/* What part of the picture is seen: the middle (x, y) and the scale k. */

export class Camera {
  constructor() { Object.assign(this, { x: 0, y: 0, k: 1, width: 1, height: 1, top: 0, bottom: 0 }); }

  toScreen(x, y) { return [(x - this.x) * this.k + this.width / 2, (y - this.y) * this.k + this.height / 2]; }

  toWorld(sx, sy) { return [(sx - this.width / 2) / this.k + this.x, (sy - this.height / 2) / this.k + this.y]; }

  pan(dx, dy) { this.x -= dx / this.k; this.y -= dy / this.k; }

  zoom(factor, sx = this.width / 2, sy = this.height / 2) {
    const [x, y] = this.toWorld(sx, sy);
    this.k = Math.min(6, Math.max(0.01, this.k * factor));
    this.x = x - (sx - this.width / 2) / this.k;
    this.y = y - (sy - this.height / 2) / this.k;
  }

  /* The camera with a point in the middle of what nothing covers. */
  onto(x, y, k) { return { x, y: y - (this.top - this.bottom) / 2 / k, k }; }

  /* The camera that shows a box, not nearer than `most`, beside what covers its top and bottom. */
  over(box, most = 1.5, least = 0.01, side = 70) {
    const w = Math.max(1, box.right - box.left), h = Math.max(1, box.bottom - box.top);
    const k = Math.max(least, Math.min(most, (this.width - Math.min(side, (this.width * side) / 560)) / w, (this.height - this.top - this.bottom - Math.min(120, this.height / 6)) / h));
    return this.onto((box.left + box.right) / 2, (box.top + box.bottom) / 2, k);
  }

  get state() { return { x: this.x, y: this.y, k: this.k }; }
}

export function boxOf(xs, ys, nodes) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const i of nodes) {
    box.left = Math.min(box.left, xs[i]); box.right = Math.max(box.right, xs[i]);
    box.top = Math.min(box.top, ys[i]); box.bottom = Math.max(box.bottom, ys[i]);
  }
  return box.left <= box.right ? box : { left: -100, right: 100, top: -100, bottom: 100 };
}

/* Pushes points apart until most lie at least so far from each other. */
export function apart(xs, ys, nodes, need) {
  for (let turn = 0; turn < 40; turn++) {
    for (let p = 0; p < nodes.length; p++) {
      for (let q = p + 1; q < nodes.length; q++) {
        const a = nodes[p], b = nodes[q], dx = xs[b] - xs[a] || 0.1, dy = ys[b] - ys[a], away = Math.hypot(dx, dy);
        if (away >= need) continue;
        const push = (need - away) / away / 2;
        xs[a] -= dx * push; ys[a] -= dy * push;
        xs[b] += dx * push; ys[b] += dy * push;
      }
    }
  }
}
