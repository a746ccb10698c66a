import { isRecord } from '@portolan/kernel';
import { boards } from '../../pipelines/boards.ts';
import { monthKey } from '../../pipelines/month-key.ts';
import { heldPapers } from '../../pipelines/papers-of-month.ts';
import type { TradeContext } from '../context.ts';
import type { FormedFiling } from './check-form.ts';

/**
 * Papers of a pipeline that the agency holds, for each filing of what came under its manifest: the tickets and transfers of everyone,
 * so that an importer need not show what it is not party to. Digests, by filing; one query for each line and month.
 */
export async function lineRecords(
  { pool }: TradeContext,
  agencyId: string,
  filings: readonly FormedFiling[],
): Promise<Map<FormedFiling, readonly string[]>> {
  const monthsBack = Math.max(0, ...boards.map(({ board }) => board.monthsBack));
  const months = new Map(filings.flatMap(monthsOf).map((one) => [JSON.stringify(one), one]));
  const held = new Map<string, readonly string[]>();
  await Promise.all(
    [...months].map(async ([name, { line, month }]) => {
      held.set(name, await heldPapers(pool, monthKey(agencyId, line, month, monthsBack)));
    }),
  );
  const records = filings.map((filing) => {
    const papers = monthsOf(filing).flatMap((one) => held.get(JSON.stringify(one)) ?? []);
    return [filing, [...new Set(papers)]] as const;
  });
  return new Map(records.filter(([, papers]) => papers.length > 0));
}

/** Line and month of the manifests that a filing's entry names. */
function monthsOf({ body, received }: FormedFiling): { line: string; month: string }[] {
  if (body.entry.modeOfTransport !== PIPELINE) return [];
  const named = new Set(body.entry.billOfLading);
  return [...received.credentials.values()].flatMap(({ credentialSubject: subject, type }) => {
    if (!Array.isArray(type) || !type.includes('PipelineManifest') || !isRecord(subject)) return [];
    const { line, month, number } = subject;
    return typeof line === 'string' && typeof month === 'string' && named.has(String(number))
      ? [{ line, month }]
      : [];
  });
}

/** Mode of transport of what comes by pipeline (CATAIR Appendix B). */
const PIPELINE = '70';
