import { type Instant, instant } from '@portolan/kernel';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { Importer } from '../../tariff/shelf/import.ts';

/** Rates that the sample edition prints otherwise than the official ones, by number. */
export type Rates = Readonly<Record<string, string>>;

const lines = [
  ['0709', '0709.60.40.81', 'Red peppers', '4.7¢/kg'],
  ['0707', '0707.00.50.85', 'Cucumbers', '5.6¢/kg'],
  ['0804', '0804.50.60.55', 'Mangoes', '6.6¢/kg'],
  ['0904', '0904.21.60.90', 'Dried chilies', '2.5¢/kg'],
] as const;

/** A schedule of the lines of the sample produce shipment alone, in the shape of the official export. */
export function produceSchedule(rates: Rates = {}): Uint8Array {
  const rows = lines.flatMap(([heading, htsno, description, general]) => [
    { htsno: heading, indent: '0', description: `${description}:`, units: [], general: '', special: '' },
    {
      ...{ htsno, indent: '1', description, units: ['kg'] },
      ...{ general: rates[htsno] ?? general, special: 'Free (S)' },
    },
  ]);
  const full = rows.map((row) => ({ other: '', footnotes: [], ...row }));
  return new TextEncoder().encode(JSON.stringify(full));
}

/** Fields of the import of such a schedule: in force from the eleventh of June, known to hold until the end of September. */
export const produceFields = {
  effective: '2026-06-11',
  published: '2026-06-11',
  until: '2026-09-30',
  source: 'invented for the test',
};

/** The operator, importing for the whole node at a moment of the produce story. */
export function operatorAt(at: string): Importer & { readonly at: Instant } {
  return { tenantId: nodeTenantId, name: 'operator', at: instant(at) };
}
