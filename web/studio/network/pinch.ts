/** A place on a picture, in pixels. */
export interface Place {
  x: number;
  y: number;
}

/** Two fingers closer together than this, in pixels, say nothing of a direction. */
const apartFrom = 24;

/** What two fingers did: by how much they enlarge along each axis, about where, and how far they moved together. */
export function pinchOf(before: readonly [Place, Place], now: readonly [Place, Place]): { x: number; y: number; about: Place; by: Place } {
  const along = (axis: 'x' | 'y'): number => {
    const [old, next] = [before, now].map(([one, other]) => Math.abs(one[axis] - other[axis])) as [number, number];
    return old < apartFrom || next < apartFrom ? 1 : next / old;
  };
  const middle = ([one, other]: readonly [Place, Place]): Place => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
  const [old, about] = [middle(before), middle(now)];
  return { x: along('x'), y: along('y'), about, by: { x: about.x - old.x, y: about.y - old.y } };
}
