import type { DensityReading, Volume } from '@portolan/documents';
import type { Refusal } from '@portolan/kernel';
import type { Amount } from '@portolan/traceability';
import type { OilTables } from '../facts/tables.ts';
import { ticketDensity } from '../stream/density.ts';
import type { LinePapers } from '../stream/papers.ts';
import { barrelsOf } from '../stream/volume.ts';

/** A volume of a paper that could not be brought to barrels at 60 °F. */
export interface UnreadVolume {
  readonly digest: string;
  readonly refusal: Refusal;
}

/**
 * Volumes of papers as barrels at 60 °F, each converted with the density of its own paper, or else with one that a ticket of the
 * same lot states. What can't be converted counts as nothing and is remembered.
 */
export class Volumes {
  readonly unread: UnreadVolume[] = [];
  readonly #tables: OilTables;
  readonly #day: string;
  readonly #densities = new Map<string, { density: DensityReading; commodity: string }>();

  constructor(papers: LinePapers, tables: OilTables, day: string) {
    this.#day = day;
    this.#tables = tables;
    for (const { document } of papers.production.papers)
      if (document.density)
        this.#densities.set(document.lot, { density: document.density, commodity: document.commodity });
    for (const { document } of papers.tickets.papers) {
      const density = ticketDensity(document);
      if (density && !this.#densities.has(document.batch))
        this.#densities.set(document.batch, { density, commodity: document.commodity });
    }
  }

  of(
    volume: Volume,
    at: {
      readonly digest: string;
      readonly paper: string;
      readonly number: string;
      readonly path: string;
      readonly lot: string;
      readonly commodity?: string;
      readonly density?: DensityReading | undefined;
    },
  ): Amount {
    const known = this.#densities.get(at.lot);
    const amount = barrelsOf(
      volume,
      {
        ...{ paper: at.paper, number: at.number, path: at.path, day: this.#day },
        commodity: at.commodity ?? known?.commodity ?? '',
        density: at.density ?? known?.density,
      },
      this.#tables,
    );
    if (amount.ok) return amount.value;
    for (const refusal of amount.refusals) this.unread.push({ digest: at.digest, refusal });
    return 0n;
  }
}
