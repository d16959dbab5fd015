/* An axis of time on which every day, month or year that has something in it has room, and more where there is much. */

const MOST = 60, LENGTHS = [10, 7, 4];

/* Where in a year, or in a month, a day lies, from 0 to 1; half way where the unit is no coarser than the day. */
function within(date, unit) {
  const [, month, day] = date.split("-").map(Number);
  if (date.length === unit.length) return 0.5;
  return unit.length === 4 ? Math.min(0.99, ((month - 1) * 30.5 + ((day || 1) - 1)) / 366) : Math.min(0.99, ((day || 1) - 1) / 31);
}

/* {units: [{unit, left, width, count}], at(date), until(date), unitAt(part)} in parts of the whole; null where nothing has a time. */
export function axisOf(dates) {
  const length = LENGTHS.find((size) => new Set(dates.map((date) => date.slice(0, size))).size <= MOST) || 4, count = new Map();
  for (const date of dates) count.set(date.slice(0, length), (count.get(date.slice(0, length)) || 0) + 1);
  const names = [...count.keys()].sort();
  if (!names.length) return null;
  const weight = (unit) => 1 + Math.log2(1 + count.get(unit)), whole = names.reduce((sum, unit) => sum + weight(unit), 0);
  let left = 0;
  const units = names.map((unit) => { const width = weight(unit) / whole, one = { unit, left, width, count: count.get(unit) }; left += width; return one; });
  const find = (date) => units.find((one) => one.unit >= date.slice(0, length)) || units[units.length - 1];
  const at = (date) => { const one = find(date); return one.left + (one.unit === date.slice(0, length) ? one.width * within(date, one.unit) : 0); };
  const until = (date) => {
    const last = units.filter(({ unit }) => unit.slice(0, date.length) <= date).pop() || units[0];
    return last.unit.slice(0, date.length) === date || date.length === 4 ? last.left + last.width : Math.max(at(date), last.left + last.width * within(date, last.unit));
  };
  return { units, at, until, unitAt: (part) => (units.find((one) => part < one.left + one.width) || units[units.length - 1]).unit };
}

/* What stands at a unit on the axis: the year where it is new, then only what is finer. */
export function unitWord(unit, before, english) {
  const [year, month, day] = unit.split("-"), fresh = !before || before.slice(0, 4) !== year;
  if (!month) return year;
  if (english) return fresh ? unit : unit.slice(5);
  const rest = day ? `${Number(month)}.${Number(day)}` : `${Number(month)}月`;
  return fresh ? `${year} ${rest}` : rest;
}
