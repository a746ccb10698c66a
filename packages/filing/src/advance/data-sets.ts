import type { TransportMode } from '@portolan/documents';
import { inForce } from '../facts/fact.ts';
import { airCargoScreening, airCargoScreeningEnhanced, airManifest } from './air.ts';
import type { DataSet, DataSetId } from './data-set.ts';
import { railManifest, truckManifest } from './land.ts';
import { mailData } from './mail.ts';
import { oceanManifest } from './ocean.ts';
import { securityFiling } from './security-filing.ts';

/** Every data set with the day since which it holds; editions of one set in order. */
export const dataSets: readonly DataSet[] = [
  securityFiling,
  oceanManifest,
  airCargoScreening,
  airCargoScreeningEnhanced,
  airManifest,
  truckManifest,
  railManifest,
  mailData,
];

/** What has to be sent ahead of goods of a mode on a day; nothing for pipelines, which have no manifest. */
export function dataSetsFor(mode: TransportMode, day: string): DataSet[] {
  const ids = [...new Set(dataSets.filter((set) => set.mode === mode).map(({ id }) => id))];
  return ids.flatMap((id) => dataSetOf(id, day) ?? []);
}

/** The edition of a data set in force on a day. */
export function dataSetOf(id: DataSetId, day: string): DataSet | undefined {
  return inForce(
    dataSets.filter((set) => set.id === id),
    day,
  );
}
