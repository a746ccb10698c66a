import type { FilingAcknowledged, IssuedCredential } from '@portolan/contract';
import type { DelegatedAction } from '@portolan/credentials/delegation';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialServiceCatalogue } from '../credentials/catalogue.ts';
import { issue } from '../credentials/issue/issue.ts';
import { readIssued } from '../credentials/issue/store.ts';
import { issuedView } from '../credentials/issue/view.ts';
import { recordDisclosures } from '../disclosures/record.ts';
import { allTenants } from '../exchange/tenants.ts';
import { nodeCatalogue } from '../platform/catalogue.ts';
import type { Tenant } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { fileDraft } from '../trade/draft/file.ts';
import { openDraft } from '../trade/draft/open.ts';
import type { Act } from '../trade/draft/steps.ts';
import { type Addressed, addressOf, rawRequest } from './address.ts';
import { invoke, type Scope } from './invoke.ts';

/** Does something in the name of an organization for whoever brings a capability that covers it; else says why not. */
export async function act<T>(
  { context, request, slug }: Addressed,
  action: DelegatedAction,
  scope: (owner: Tenant) => Promise<Result<Scope>>,
  then: (owner: Tenant, invoker: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const owner = (await allTenants(context.pool)).find((tenant) => tenant.slug === slug);
  if (!owner) return refused(nodeCatalogue.refuse('NODE_TENANT_UNKNOWN', { params: { slug } }));
  const address = addressOf(context, request, slug);
  const [path = ''] = request.url.split('?');
  const target = new URL(path, address).href;
  const invoked = await invoke(
    context,
    { did: owner.did, address, tenantId: owner.id },
    rawRequest(request),
    { action, target, scope: () => scope(owner) },
  );
  return invoked.ok ? then(owner, invoked.value.invoker) : invoked;
}

/** Issues for an organization; the audit trail names who asked. */
export async function issueFor(
  context: TradeContext,
  owner: Tenant,
  invoker: string,
  wanted: { readonly type: string; readonly document: JsonObject },
): Promise<Result<IssuedCredential>> {
  const at = context.clock.now();
  const row = await issue(context, owner, { ...wanted, at, actor: invoker });
  return row.ok ? ok(issuedView(row.value, at)) : row;
}

/** Shows what an organization issued, and writes down who saw it. */
export async function readFor(addressed: Addressed, digest: string): Promise<Result<IssuedCredential>> {
  const { pool, clock } = addressed.context;
  const unknown = () =>
    refused(credentialServiceCatalogue.refuse('NODE_CREDENTIAL_UNKNOWN', { params: { digest } }));
  const scope = async (owner: Tenant): Promise<Result<Scope>> => {
    const row = await readIssued(pool, owner.id, digest);
    return row ? ok({ type: row.type }) : unknown();
  };
  return act(addressed, 'read', scope, async (owner, invoker) => {
    const row = await readIssued(pool, owner.id, digest);
    if (!row) return unknown();
    const at = clock.now();
    const disclosed = { digest, subject: row.title, recipient: invoker, way: 'delegated' as const };
    await recordDisclosures(pool, [
      { tenantId: owner.id, ...disclosed, reason: 'Read under a capability', actor: invoker, at },
    ]);
    return ok(issuedView(row, at));
  });
}

/** Files a draft of an organization. What caveats speak of is what the draft comes to now. */
export async function fileFor(addressed: Addressed, id: string): Promise<Result<FilingAcknowledged>> {
  const { context } = addressed;
  const scope = async (owner: Tenant): Promise<Result<Scope>> => {
    const opened = await openDraft(context, context.pool, actOf(context, owner, owner.did), id);
    if (!opened.ok) return opened;
    const { entryType, portOfEntry } = opened.value.assembled.assembly.entry;
    return ok({
      program: opened.value.row.program,
      ...(entryType === undefined ? {} : { entryType }),
      ...(portOfEntry === undefined ? {} : { port: portOfEntry }),
    });
  };
  return act(addressed, 'file', scope, (owner, invoker) =>
    fileDraft(context, actOf(context, owner, invoker), id),
  );
}

function actOf({ clock }: TradeContext, tenant: Tenant, invoker: string): Act {
  const member = { id: invoker, name: invoker, role: 'filer' as const };
  return { tenant, member, moment: { at: clock.now(), story: false } };
}
