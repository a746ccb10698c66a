/**
 * Incoterms 2020 rules under which the seller's price includes carriage to the named place, and insurance. Under the
 * others the buyer pays carriage, so a freight charge inside the price is unusual.
 */
const CARRIAGE_INCLUDED = new Set(['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DAT', 'DDP']);

export function priceIncludesCarriage(incoterm: string | undefined): boolean {
  return incoterm !== undefined && CARRIAGE_INCLUDED.has(incoterm);
}
