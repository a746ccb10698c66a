import type {
  CertificationOfOrigin,
  CommercialInvoice,
  MeasurementTicket,
  PipelineAllocation,
  PipelineManifest,
  PipelineStock,
  TitleTransfer,
} from '@portolan/documents';
import type { OwnerEntry } from '@portolan/programs';
import { keyOf } from '../traceability/keys.ts';
import { heldEvidence } from '../trade/evidence/held.ts';
import type { Taken } from '../trade/evidence/taken.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type EvidenceRow, readEvidence } from '../trade/store/evidence.ts';
import { boards } from './boards.ts';
import { monthKey } from './month-key.ts';

/** Tickets that travel with an entry; where there are more the operator's manifest states them by day. */
const MOST_TICKETS = 200;
/** Invoices and certifications of the tenant that are looked through: the newest. */
const MOST_LOOKED_AT = 1000;

interface PackOf {
  readonly tenantId: string;
  readonly line: string;
  readonly month: string;
  readonly entry: OwnerEntry;
  readonly batches: ReadonlySet<string>;
}

export interface EvidencePack {
  readonly taken: readonly Taken[];
  readonly ticketsLeftOff: number;
}

interface Named {
  readonly digest: string;
  readonly held: string;
  readonly type: string;
  readonly body: string;
}

/** Months over which lots are followed up, as the month itself follows them. */
const monthsBack = Math.max(0, ...boards.map(({ board }) => board.monthsBack));

/** Papers of lots that are carried, the newest first: of more the agency has what it was sent itself. */
const MOST_OF_LOTS = 500;

/**
 * What an owner's entry rests on, as far as the tenant holds it: the operator's profile and manifest of these days, the papers that
 * title, origin and volume follow from up to where the oil came from, the owner's invoices for these batches, and certifications
 * that cover the goods. No transfer between others, and no ticket or statement of another's delivery.
 */
export async function evidencePack(db: Queryable, asked: PackOf): Promise<EvidencePack> {
  const papers = await papersFor(db, asked);
  const isBorder = ({ type, body }: Named) => type === 'MeasurementTicket' && ticketKind(body) === 'border';
  const tickets = papers.filter(isBorder);
  const few = tickets.length <= MOST_TICKETS;
  const carried = few ? papers : papers.filter((paper) => !isBorder(paper));
  const held = await readEvidence(
    db,
    asked.tenantId,
    carried.map((paper) => paper.held),
  );
  const rows = [...held.values(), ...(await commercialPapers(db, asked))];
  const unique = new Map(rows.map((row) => [row.digest, row]));
  return { taken: [...unique.values()].map(takenOf), ticketsLeftOff: few ? 0 : tickets.length };
}

/**
 * The papers that the entry names; of the line and month those of all its owners; and by lots: what fills the batches, what those
 * lots were made of, and what passed title to them. Border tickets come by what the entry names alone: they may be tens of thousands.
 */
const papersText = `
  with recursive lots as (
    select unnest($5::uuid[]) as lot_key
    union
    select t.lot_key from lots
    join pipeline_lots m on m.tenant_id = $1 and m.lot_key = lots.lot_key and m.side = 'm' and m.month between $6 and $3
    join pipeline_lots t on t.tenant_id = $1 and t.digest = m.digest and t.side = 't'
  ), of_lots as (
    select distinct p.digest, p.held, p.type, p.body, p.known_at from lots
    join pipeline_lots l on l.tenant_id = $1 and l.lot_key = lots.lot_key and l.side in ('m', 's')
    join pipeline_papers p on p.tenant_id = $1 and p.digest = l.digest
    where p.type in ('LiquidProduction', 'LiquidBlend', 'TitleTransfer', 'CustodyTransfer', 'InBondMovement')
      or (p.type = 'MeasurementTicket' and l.side = 'm')
    order by p.known_at desc, p.digest limit ${MOST_OF_LOTS}
  )
  select p.digest, p.held, p.type, p.body from pipeline_papers p where p.tenant_id = $1 and p.digest = any($4)
  union
  select p.digest, p.held, p.type, p.body from pipeline_places w
  join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest
    and p.type in ('PipelineProfile', 'PipelineManifest', 'PipelineStock', 'PipelineAllocation')
  where w.tenant_id = $1 and w.line = $2 and w.month in ($3, '')
  union
  select digest, held, type, body from of_lots
  order by type, digest`;

async function papersFor(db: Queryable, asked: PackOf): Promise<Named[]> {
  const { tenantId, line, month, entry, batches } = asked;
  const digests = [...new Set(entry.lines.flatMap(({ evidence }) => evidence))];
  const { since } = monthKey(tenantId, line, month, monthsBack);
  const lots = [...batches].map(keyOf);
  const { rows } = await db.query<Named>({
    name: 'pipeline-pack',
    text: papersText,
    values: [tenantId, line, month, digests, lots, since],
  });
  return rows.filter((row) => isFor(row, asked));
}

/** Whether a paper that speaks of the line or a batch is for this owner's entry. */
function isFor({ body, type }: Named, { batches, entry }: PackOf): boolean {
  const { document } = JSON.parse(body) as { document: unknown };
  switch (type) {
    case 'PipelineManifest':
      return coversEntry(document as PipelineManifest, entry);
    case 'TitleTransfer': {
      const { buyer, seller } = document as TitleTransfer;
      return [buyer.did, seller.did].includes(entry.owner.did);
    }
    case 'PipelineStock':
      return (document as PipelineStock).stocks.some(({ lot }) => batches.has(lot));
    case 'PipelineAllocation':
      return (document as PipelineAllocation).shares.some(
        ({ batch, owner }) => owner.did === entry.owner.did && batches.has(batch),
      );
    default:
      return true;
  }
}

function ticketKind(body: string): string {
  return (JSON.parse(body) as { document: MeasurementTicket }).document.kind;
}

/** A manifest of these days for this owner, as measured. */
function coversEntry({ days: all, state }: PipelineManifest, { owner, from, to }: OwnerEntry): boolean {
  const days = all.filter((day) => day.owner.did === owner.did && from <= day.day && day.day <= to);
  return state === 'measured' && days.length > 0;
}

async function commercialPapers(db: Queryable, asked: PackOf): Promise<EvidenceRow[]> {
  const { rows } = await db.query<EvidenceRow>({
    name: 'pipeline-commercial',
    text: `select * from evidence where tenant_id = $1 and type in ('CommercialInvoice', 'CertificationOfOrigin')
           order by received_at desc, digest limit ${MOST_LOOKED_AT}`,
    values: [asked.tenantId],
  });
  return rows.filter((row) => {
    const evidence = heldEvidence(row);
    if (evidence.type === 'CommercialInvoice') return isInvoiceOf(evidence.document, asked);
    return evidence.type === 'CertificationOfOrigin' && covers(evidence.document, asked.entry);
  });
}

function isInvoiceOf({ buyer, lines }: CommercialInvoice, { entry, batches }: PackOf): boolean {
  const own = buyer.did === undefined ? buyer.name === entry.owner.name : buyer.did === entry.owner.did;
  return own && lines.some(({ lot }) => lot !== undefined && batches.has(lot));
}

/** A certification of goods of the same subheading, for this importer or for whoever imports, in force on these days. */
function covers({ goods, importer, blanketPeriod }: CertificationOfOrigin, entry: OwnerEntry): boolean {
  const headings = new Set(entry.lines.map(({ hts }) => hts.replaceAll('.', '').slice(0, 6)));
  const inForce = !blanketPeriod || (blanketPeriod.from <= entry.from && entry.to <= blanketPeriod.to);
  const party = importer && 'did' in importer ? importer.did : undefined;
  const isFor = party === undefined || party === entry.owner.did;
  return inForce && isFor && goods.some(({ hs6 }) => headings.has(hs6));
}

function takenOf(row: EvidenceRow): Taken {
  const { content, format, media_type } = row;
  return { evidence: heldEvidence(row), content, format, ...(media_type ? { mediaType: media_type } : {}) };
}
