import { lazy, type ReactNode, Suspense } from 'react';
import { PictureFrame } from '../frame.tsx';
import type { MapLeg, MapStop } from './place.ts';

export type { MapLeg, MapStop } from './place.ts';

const MapDrawing = lazy(() => import('./drawing.tsx'));

interface MapPictureProps {
  label: string;
  /** In the order of the way; the table gives each the same number, from 1. */
  stops: readonly MapStop[];
  legs: readonly MapLeg[];
  table: ReactNode;
}

/** A way on a map that needs nobody else's server. */
export function MapPicture({ label, stops, legs, table }: MapPictureProps) {
  const legend =
    'Numbers are those of the table. A hollow mark is a place that is known by its country only. Outlines: Natural Earth.';
  return (
    <PictureFrame label={label} legend={legend} table={table}>
      <Suspense fallback={<p className="muted">Drawing the map…</p>}>
        <MapDrawing label={`${label}; the table says the same`} stops={stops} legs={legs} />
      </Suspense>
    </PictureFrame>
  );
}
