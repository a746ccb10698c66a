import { type GeoProjection, geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import type { MapLeg, MapStop } from './place.ts';
import { type Located, locate, world } from './world.ts';

export interface PlacedMark {
  readonly x: number;
  readonly y: number;
  /** Numbers of the stops that stand here, as in the table. */
  readonly numbers: readonly number[];
  readonly name: string;
  readonly exact: boolean;
}

export interface PlacedMap {
  readonly land: string;
  readonly grid: string;
  readonly marks: readonly PlacedMark[];
  readonly legs: readonly { readonly leg: MapLeg; readonly path: string }[];
}

/** The least part of the world that a map shows, in degrees, so that one stop is not a white sheet. */
const LEAST = 14;
const EDGE = 36;

/** Places stops and legs on a map of the part of the world that they lie in. Stops are numbered as they are given, from 1. */
export function layoutMap(
  stops: readonly MapStop[],
  legs: readonly MapLeg[],
  [width, height]: readonly [number, number],
): PlacedMap {
  const located = new Map(
    stops.flatMap((stop) => {
      const place = locate(stop);
      return place ? [[stop.id, place] as const] : [];
    }),
  );
  const projection = projectionOf([...located.values()], width, height);
  const path = geoPath(projection);
  return {
    land: path(world) ?? '',
    grid: path(geoGraticule10()) ?? '',
    marks: marksOf(stops, located, projection),
    legs: legs.flatMap((leg) => {
      const [from, to] = [located.get(leg.from), located.get(leg.to)];
      if (!from || !to || from.point.join() === to.point.join()) return [];
      const line = path({ type: 'LineString', coordinates: [from.point, to.point] });
      return line ? [{ leg, path: line }] : [];
    }),
  };
}

function projectionOf(places: readonly Located[], width: number, height: number): GeoProjection {
  const [west, east] = span(places.map(({ point }) => point[0]));
  const [south, north] = span(places.map(({ point }) => point[1]));
  const middle = (west + east) / 2;
  const corners = [
    [west, Math.max(-85, south)],
    [east, Math.min(85, north)],
    [west, Math.min(85, north)],
    [east, Math.max(-85, south)],
  ];
  return geoEqualEarth()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [EDGE, EDGE],
        [width - EDGE, height - EDGE],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

function span(values: readonly number[]): [number, number] {
  if (values.length === 0) return [-60, 60];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(0, LEAST - (most - least)) / 2;
  return [least - more, most + more];
}

/** Stops on one spot share a mark. */
function marksOf(
  stops: readonly MapStop[],
  located: ReadonlyMap<string, Located>,
  projection: GeoProjection,
): PlacedMark[] {
  const marks = new Map<string, PlacedMark>();
  for (const [index, stop] of stops.entries()) {
    const place = located.get(stop.id);
    const spot = place && projection(place.point);
    if (!place || !spot) continue;
    const [x, y] = spot.map(Math.round) as [number, number];
    const known = marks.get(`${x} ${y}`);
    marks.set(`${x} ${y}`, {
      x,
      y,
      numbers: [...(known?.numbers ?? []), index + 1],
      name: known ? `${known.name}; ${stop.name}` : stop.name,
      exact: place.exact || (known?.exact ?? false),
    });
  }
  return [...marks.values()];
}
