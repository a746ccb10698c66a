import type { CertificationOfOrigin, CommercialInvoice, Evidence } from '@portolan/documents';
import type { OwnerEntry } from '@portolan/programs';
import { heldEvidence } from '../trade/evidence/held.ts';
import type { Taken } from '../trade/evidence/taken.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { type EvidenceRow, readEvidence } from '../trade/store/evidence.ts';

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
}

/**
 * What an owner's entry rests on, as far as the tenant holds it: the operator's profile and manifest of these days, the papers that
 * title, origin and volume follow from, the owner's invoices for these batches, and certifications that cover the goods.
 */
export async function evidencePack(db: Queryable, asked: PackOf): Promise<EvidencePack> {
  const papers = await papersFor(db, asked);
  const tickets = papers.filter(({ type }) => type === 'MeasurementTicket');
  const few = tickets.length <= MOST_TICKETS;
  const carried = few ? papers : papers.filter(({ type }) => type !== 'MeasurementTicket');
  const held = await readEvidence(
    db,
    asked.tenantId,
    carried.map((paper) => paper.held),
  );
  const rows = [...held.values(), ...(await commercialPapers(db, asked))];
  const unique = new Map(rows.map((row) => [row.digest, row]));
  return { taken: [...unique.values()].map(takenOf), ticketsLeftOff: few ? 0 : tickets.length };
}

async function papersFor(db: Queryable, { tenantId, line, month, entry }: PackOf): Promise<Named[]> {
  const digests = [...new Set(entry.lines.flatMap(({ evidence }) => evidence))];
  const { rows } = await db.query<Named & { body: string }>({
    name: 'pipeline-pack',
    text: `select p.digest, p.held, p.type, p.body from pipeline_papers p where p.tenant_id = $1 and p.digest = any($4)
           union
           select p.digest, p.held, p.type, p.body from pipeline_places w
           join pipeline_papers p on p.tenant_id = w.tenant_id and p.digest = w.digest
             and p.type in ('PipelineProfile', 'PipelineManifest')
           where w.tenant_id = $1 and w.line = $2 and w.month in ($3, '')
           order by type, digest`,
    values: [tenantId, line, month, digests],
  });
  return rows.filter(({ type, body }) => type !== 'PipelineManifest' || coversEntry(body, entry));
}

/** A manifest of these days for this owner, as measured. */
function coversEntry(body: string, { owner, from, to }: OwnerEntry): boolean {
  const { document } = JSON.parse(body) as {
    document: Extract<Evidence, { type: 'PipelineManifest' }>['document'];
  };
  const days = document.days.filter((day) => day.owner.did === owner.did && from <= day.day && day.day <= to);
  return document.state === 'measured' && days.length > 0;
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
