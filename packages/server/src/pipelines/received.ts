import type { PipelineReceived } from '@portolan/contract';
import { comparableNumber, recognizedType } from '@portolan/documents';
import { isRecord, type JsonObject, type JsonValue } from '@portolan/kernel';
import { pipelineVocabulary, vocabularyPaper } from '@portolan/programs';
import type { Queryable } from '../trade/store/bulk.ts';
import type { OpenMonth } from './open-month.ts';

/** A month shows so many credentials of public vocabularies: the newest. */
const MOST = 200;
const MOST_FIGURES = 24;

interface Received {
  readonly tenantId: string;
  readonly digest: string;
  /** The type in the words of the vocabulary. */
  readonly type: string;
  readonly subject: JsonValue;
}

/** Keeps by which batch, ticket, operator or well a credential of a public vocabulary is found, where it speaks of a line. */
export async function takeReceivedCredential(tx: Queryable, received: Received): Promise<void> {
  if (!pipelineVocabulary.has(received.type)) return;
  const { names, months } = vocabularyPaper(received.subject);
  const rows = names.flatMap((name) => (months.length > 0 ? months : ['']).map((month) => ({ name, month })));
  if (rows.length === 0) return;
  await tx.query({
    name: 'pipeline-received-keep',
    text: `insert into pipeline_received (tenant_id, name_key, digest, month)
           select $1, named.name, $2, named.month from unnest($3::text[], $4::text[]) as named (name, month)
           on conflict do nothing`,
    values: [
      ...[received.tenantId, received.digest],
      ...[rows.map(({ name }) => name), rows.map(({ month }) => month)],
    ],
  });
}

interface Row {
  readonly digest: string;
  readonly type: string;
  readonly title: string;
  readonly issuer: string;
  readonly verified: boolean;
  readonly credential: JsonObject;
  readonly name_key: string;
}

/**
 * Credentials of public vocabularies that belong to a month: by a batch or ticket of it, by a well that its oil comes from, or by
 * the operator of the line in the same month. What they state is shown and checked against itself; nothing is computed from it.
 */
export async function receivedOfMonth(
  db: Queryable,
  tenantId: string,
  { head, sheet }: Pick<OpenMonth, 'head' | 'sheet'>,
): Promise<PipelineReceived[]> {
  const batches = sheet.batches.flatMap((batch) => [batch, batch.split(':').at(-1) ?? batch]);
  const keys = [...new Set(batches.map((batch) => `batch ${comparableNumber(batch)}`))];
  const { rows } = await db.query<Row>({
    name: 'pipeline-received-of',
    text: `with named as (
             select name_key, digest from pipeline_received where tenant_id = $1 and name_key = any($2)
             union
             select name_key, digest from pipeline_received where tenant_id = $1 and name_key = $3 and month = $4
             union
             select r.name_key, r.digest from pipeline_received r
             join pipeline_papers p on p.tenant_id = r.tenant_id and p.type = 'MeasurementTicket'
               and p.number = substr(r.name_key, 8)
             join pipeline_places w on w.tenant_id = p.tenant_id and w.line = $5 and w.month = $4 and w.digest = p.digest
             where r.tenant_id = $1 and r.name_key like 'ticket %'
             union
             select r.name_key, r.digest from pipeline_received r
             join pipeline_papers p on p.tenant_id = r.tenant_id and p.type = 'LiquidProduction'
               and r.name_key = 'well ' || regexp_replace(upper(p.body::json -> 'document' -> 'facility' ->> 'uwi'), '[^A-Z0-9]', '', 'g')
             where r.tenant_id = $1 and r.name_key like 'well %' and r.month in ($4, ''))
           select distinct on (c.received_at, c.digest) c.digest, c.type, c.title, c.issuer, c.verified, c.credential, n.name_key
           from named n join received_credentials c on c.tenant_id = $1 and c.digest = n.digest
           order by c.received_at desc, c.digest, n.name_key limit ${MOST}`,
    values: [tenantId, keys, `operator ${head.line.operator.name.toLowerCase()}`, head.month, head.line.id],
  });
  return rows.map(receivedView);
}

function receivedView({
  digest,
  type,
  title,
  issuer,
  verified,
  credential,
  name_key: by,
}: Row): PipelineReceived {
  const { credentialSubject: subject } = credential;
  const { figures, findings } = vocabularyPaper(isRecord(subject) ? (subject as JsonObject) : {});
  return {
    ...{ digest, type, title, issuer, verified, by },
    label: recognizedType([type])?.label ?? type,
    figures: figures.slice(0, MOST_FIGURES).map((figure) => ({ ...figure })),
    findings: [...findings],
  };
}
