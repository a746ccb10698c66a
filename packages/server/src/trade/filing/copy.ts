import type { JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { AnsweredEnvelope } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import type { CaseRow, CaseState } from '../store/cases.ts';
import { filingVersions } from '../store/filings.ts';

/** What the importer of record gets from its broker: the filing as it was sent, with all its documents. */
const FilingCopySchema = Type.Object({
  notice: Type.Literal('filing'),
  filing: Type.Unsafe<JsonObject>(Type.Record(Type.String(), Type.Unknown())),
  envelope: Type.String({ maxLength: 80 }),
  filedAt: Type.String({ maxLength: 40 }),
  state: Type.Unsafe<CaseState>(Type.String({ maxLength: 40 })),
  agency: Type.String({ maxLength: 500 }),
  version: Type.Integer({ minimum: 1 }),
});
export type FilingCopyBody = Static<typeof FilingCopySchema>;

const copyShape = Compile(FilingCopySchema);

/** The body of a notice that carries a copy of a filing; undefined when it has another form. */
export function readFilingCopy(body: JsonObject): FilingCopyBody | undefined {
  return copyShape.Check(body) ? body : undefined;
}

/** Sends the importer of record its copy of filings that the agency took; a self-filer has its own. */
export async function copyToImporter(
  context: TradeContext,
  tx: PoolClient,
  taken: readonly { item: AnsweredEnvelope; row: CaseRow }[],
): Promise<void> {
  const versions = await filingVersions(
    tx,
    taken.map(({ item }) => item),
  );
  const messages = taken.flatMap(({ item: { tenantId, envelope, digest, delivery }, row }) => {
    const importer = row.importer_did;
    if (importer === null || importer === envelope.from) return [];
    const body: FilingCopyBody = {
      notice: 'filing',
      filing: envelope.body,
      envelope: digest,
      filedAt: delivery.filing?.filedAt ?? envelope.sentAt,
      state: row.state,
      agency: envelope.to,
      version: versions.get(digest) ?? 1,
    };
    return [
      {
        from: { id: tenantId, did: envelope.from },
        to: importer,
        thread: row.case_id,
        kind: 'notice' as const,
        body: body as unknown as JsonObject,
        attachments: envelope.attachments,
        moment: { at: envelope.sentAt, story: row.story_at !== null },
      },
    ];
  });
  await context.exchange.send(tx, messages);
}
