import { countryNumber } from '@portolan/kernel';
import { geoCentroid } from 'd3-geo';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import type { MapStop } from './place.ts';

const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;

/** The outlines of all countries (Natural Earth, 1:110m). */
export const world = feature(topology, topology.objects.countries) as FeatureCollection<
  Polygon | MultiPolygon
>;

/** Where a stop is drawn, as longitude and latitude, and whether that is exact. */
export interface Located {
  readonly point: [number, number];
  readonly exact: boolean;
}

/** Coordinates where they are given and possible, else the middle of the country's main land; undefined where neither is known. */
export function locate({ latitude, longitude, country }: MapStop): Located | undefined {
  const given = latitude !== undefined && longitude !== undefined;
  if (given && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return { point: [longitude, latitude], exact: true };
  const number = country === undefined ? undefined : countryNumber(country);
  const found = number === undefined ? undefined : world.features.find(({ id }) => id === number);
  return found && { point: geoCentroid(mainLand(found.geometry)), exact: false };
}

/** The largest part: islands far away would draw the middle of a country into the sea. */
function mainLand(geometry: Polygon | MultiPolygon): Polygon {
  if (geometry.type === 'Polygon') return geometry;
  const rings = (coordinates: Position[][]) => coordinates[0]?.length ?? 0;
  const coordinates = geometry.coordinates.reduce((most, part) => (rings(part) > rings(most) ? part : most));
  return { type: 'Polygon', coordinates };
}
