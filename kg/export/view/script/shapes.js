/* The outline of each kind: corners of a figure of radius 1; a circle has none. */

const turn = (corners, radii, start) => Array.from({ length: corners }, (_, at) => {
  const angle = start + (2 * Math.PI * at) / corners, radius = radii[at % radii.length];
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const UP = -Math.PI / 2;

export const SHAPES = {
  circle: null,
  square: turn(4, [1.22], Math.PI / 4),
  hexagon: turn(6, [1.08], 0),
  pentagon: turn(5, [1.12], UP),
  triangle: turn(3, [1.32], UP),
  diamond: turn(4, [1.28], UP),
  star: turn(10, [1.38, 0.62], UP),
  sheet: [[-0.78, -1.08], [0.78, -1.08], [0.78, 1.08], [-0.78, 1.08]],
  cross: turn(16, [1.2, 0.88], UP),
};

/* Draws one outline with anything that has moveTo, lineTo, closePath and arc. */
export function outline(pen, shape, x, y, r) {
  const corners = SHAPES[shape];
  if (!corners) {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([cx, cy], at) => (at ? pen.lineTo(x + cx * r, y + cy * r) : pen.moveTo(x + cx * r, y + cy * r)));
  pen.closePath();
}
