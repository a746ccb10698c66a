import { type Evidence, type Link, linkDocuments } from '@portolan/documents';
import type { Digest } from '@portolan/kernel';
import { type Papers, sortPapers } from '../derive/papers.ts';
import { summaryLimit } from '../facts/summary-limits.ts';
import { type Group, groups } from './group.ts';
import type { EntryPlan, PlanReason, ShipmentPlan } from './plan.ts';

/**
 * How the papers of a shipment become entries: one, or as many as importers, currencies, arrivals and the length of a
 * summary on the day require. Every invoice line is in just one entry; the same papers in any order give the same plan.
 */
export function planEntries(
  evidence: readonly Evidence[],
  day: string,
  found: readonly Link[] = linkDocuments(evidence),
): ShipmentPlan {
  const papers = sortPapers(evidence);
  const { groups: together, reasons } = groups(papers);
  const limit = summaryLimit(day);
  const parts = together.flatMap((group) =>
    chunks(group, limit.lines).map((lines) => ({ group, lines, whole: together.length === 1 })),
  );
  const split = parts.length > together.length;
  const own = parts.length > 1 ? linksByEntry(found, parts) : [found];
  return {
    entries: parts.map((part, at) => planOf(evidence, papers, { found, own: own[at] ?? [] }, part, at + 1)),
    reasons: (['importer', 'currency', 'arrival', 'limit'] as const)
      .filter((reason) => (reason === 'limit' ? split : reasons.has(reason)))
      .map((reason) => ({ reason, words: WORDS[reason](limit.lines) })),
  };
}

const WORDS: Record<PlanReason, (lines: number) => string> = {
  importer: () => 'The invoices are for different importers of record: each enters its own goods.',
  currency: () => 'The invoices are in different currencies: one entry for each.',
  arrival: () => 'The goods arrive at different ports, on different days or with different carriers.',
  limit: (lines) => `An entry summary holds ${lines} lines at most.`,
};

interface Place {
  readonly digest: Digest;
  readonly line: number;
}

/** Lines of a group in order, as many at a time as one summary holds. */
function chunks({ invoices }: Group, limit: number): Place[][] {
  const all = invoices.flatMap(({ digest, document }) =>
    document.lines.map((_, line) => ({ digest: digest as Digest, line })),
  );
  const parts: Place[][] = [];
  for (let at = 0; at < all.length; at += limit) parts.push(all.slice(at, at + limit));
  return parts;
}

interface Part {
  readonly group: Group;
  readonly lines: readonly Place[];
  /** There is one group only: papers that name nothing belong to it. */
  readonly whole: boolean;
}

/** Links of lines by the entry that holds their invoice line, in one pass; links of whole documents concern every entry. */
function linksByEntry(found: readonly Link[], parts: readonly Part[]): Link[][] {
  const entryOf = new Map<string, number>(
    parts.flatMap(({ lines }, at) =>
      lines.map(({ digest, line }) => [`${digest}/lines/${line}`, at] as const),
    ),
  );
  const own: Link[][] = parts.map(() => []);
  for (const link of found) {
    const { level, from, to } = link;
    const at =
      level === 'line'
        ? (entryOf.get(from.digest + from.pointer) ?? entryOf.get(to.digest + to.pointer))
        : undefined;
    if (at === undefined) for (const links of own) links.push(link);
    else own[at]?.push(link);
  }
  return own;
}

function planOf(
  evidence: readonly Evidence[],
  papers: Papers,
  { found, own: linked }: { readonly found: readonly Link[]; readonly own: readonly Link[] },
  { group, lines, whole }: Part,
  number: number,
): EntryPlan {
  const part: Record<Digest, number[]> = {};
  for (const { digest, line } of lines) {
    part[digest] ??= [];
    part[digest].push(line);
  }
  const kept = whole && group.invoices.length === Object.keys(part).length;
  const own = kept ? evidence : papersOf(evidence, papers, found, { group, part });
  const held = new Set(own.map(({ digest }) => digest));
  const links = linked.filter(({ from, to }) => held.has(from.digest) && held.has(to.digest));
  return { number, evidence: own, links, part, lines: lines.length };
}

/** The papers of one entry: its invoices, what is linked with them, and what speaks of no shipment at all. */
function papersOf(
  evidence: readonly Evidence[],
  papers: Papers,
  found: readonly Link[],
  { group, part }: { group: Group; part: Readonly<Record<Digest, readonly number[]>> },
): Evidence[] {
  const invoices = new Set(Object.keys(part));
  const bills = new Set(group.bills.map(({ item }) => item.digest));
  const transport = new Set(papers.carriages.map(({ item }) => item.digest));
  const linked = new Set(invoices);
  for (const { from, to, level } of found) {
    if (level !== 'document') continue;
    if (invoices.has(from.digest)) linked.add(to.digest);
    if (invoices.has(to.digest)) linked.add(from.digest);
  }
  const claimed = new Set(found.flatMap(({ from, to }) => [from.digest, to.digest]));
  const taken = new Set(papers.invoices.map(({ digest }) => digest));
  return evidence.filter(({ digest, type }) => {
    if (type === 'CommercialInvoice') return invoices.has(digest) || !taken.has(digest);
    if (transport.has(digest)) return bills.has(digest);
    return linked.has(digest) || !claimed.has(digest);
  });
}
