import { type CalendarDate, date, digestJson, instant, type JsonObject, parseJson } from '@portolan/kernel';
import { exampleFolders, sampleRevocations } from '@portolan/programs';
import { adoptCredential } from '../../credentials/issue/adopt.ts';
import { setCredentialState } from '../../credentials/issue/set-status.ts';
import { accredit } from '../../credentials/trust/accredit.ts';
import { readRegister } from '../../credentials/trust/register.ts';
import type { Tenant } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import { credentialNames, exampleFiles } from './examples.ts';

type Seats = ReadonlyMap<string, Tenant>;

const attested = 'Sample: identity attested by the sample register.';

/** Whom the sample agency accredits, and for what: signers of certifications, the licence office, mills and inspectors. */
const accredited = [
  ...['grower', 'juicer', 'carrier', 'oil-facility'].map((slug) => ({
    ...{ slug, credentialType: 'CertificationOfOrigin', reason: attested },
  })),
  {
    slug: 'steel-licence-office',
    credentialType: 'SteelImportLicense',
    reason: 'Sample: issues the licences of 19 CFR parts 360 and 361.',
  },
  ...['steel-mill', 'steel-inspector'].map((slug) => ({
    ...{ slug, credentialType: 'MillTestReport' },
    reason: 'Sample: its inspectors are known to the agency.',
  })),
];
const since: CalendarDate = date('2026-01-01');

/** Enters the signers of the sample community into the sample agency's trust register, once. */
export async function accreditSigners(context: TradeContext, seats: Seats): Promise<void> {
  const agency = seats.get('agency');
  if (!agency || (await readRegister(context.pool, agency.id)).length > 0) return;
  await withTransaction(context.pool, async (tx) => {
    for (const { slug, credentialType, reason } of accredited) {
      const { did, name } = seats.get(slug) as Tenant;
      await accredit(
        tx,
        { agencyId: agency.id, actor: 'Sample Lead', at: instant('2026-01-01T00:00:00Z') },
        { did, name, credentialType, from: since, reason },
      );
    }
  });
}

/**
 * Enters the credentials of the examples among those that their issuers gave out here, so that their status lists exist;
 * then revokes what the examples say is revoked. What an example has altered or repeated can't be adopted: it is refused
 * where it is used.
 */
export async function adoptExamples(context: TradeContext, seats: Seats): Promise<void> {
  const issuers = new Map([...seats.values()].map((tenant) => [tenant.did, tenant]));
  for (const bytes of differentCredentials()) {
    const parsed = parseJson(bytes);
    const credential = parsed.ok ? (parsed.value as JsonObject) : {};
    const issuer = issuers.get(String(credential.issuer));
    if (issuer) await adopt(context, issuer, credential);
  }
  await revokeExamples(context, seats);
}

/** The signed documents of all examples, each once: variants of a story repeat most of its papers. */
function differentCredentials(): Uint8Array[] {
  const files = exampleFolders.flatMap(({ folder }) => exampleFiles(folder, credentialNames(folder)));
  return [...new Map(files.map(({ bytes }) => [Buffer.from(bytes).toString(), bytes])).values()];
}

async function adopt(context: TradeContext, issuer: Tenant, credential: JsonObject): Promise<void> {
  const at = instant(String(credential.validFrom));
  const adopted = await withTransaction(context.pool, (tx) =>
    adoptCredential(context, tx, issuer, credential, at),
  );
  if (!adopted.ok)
    context.logger.debug(
      { digest: digestJson(context.crypto, credential), refusals: adopted.refusals },
      'example not adopted',
    );
}

async function revokeExamples(context: TradeContext, seats: Seats): Promise<void> {
  for (const { issuer, index } of sampleRevocations) {
    const tenant = seats.get(issuer) as Tenant;
    const { rows } = await context.pool.query<{ digest: string }>(
      "select digest from issued_credentials where tenant_id = $1 and status_index = $2 and state = 'valid'",
      [tenant.id, index],
    );
    for (const { digest } of rows)
      await setCredentialState(context, tenant, {
        digest,
        action: 'revoke',
        reason: 'Sample: withdrawn by its signer.',
        actor: 'Sample Grower Signatory',
      });
  }
}
