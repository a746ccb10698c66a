import type { Verdict } from '@portolan/credentials';
import { below, isRecord, type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { readTraceEvent, type TraceEvent } from '@portolan/traceability';
import { tracingCatalogue } from './catalogue.ts';

/** Type of the credential that carries one trace event. */
export const eventCredentialType = 'TraceEvent';

/**
 * The event that a credential carries, under the time at which somebody other than its signer can vouch for the signature. Refuses
 * what no signature stands behind, and what speaks for another than its signer.
 */
export function eventSaid(credential: JsonObject, verdict: Verdict | undefined): Result<TraceEvent> {
  const broken = verdict?.fragments.find(
    ({ name, outcome }) => (name === 'integrity' || name === 'issuer') && outcome !== 'passed',
  );
  if (!verdict?.issuer || broken)
    return refused(
      tracingCatalogue.refuse('NODE_TRACE_EVENT_UNSIGNED', {
        path: '/credential',
        params: { reason: broken?.refusals[0]?.message ?? 'it names no issuer.' },
      }),
    );
  const subject = isRecord(credential.credentialSubject) ? credential.credentialSubject : {};
  const knownAt = verdict.signedAt.instant;
  const read = below('/credential/credentialSubject', readTraceEvent({ ...subject, knownAt }));
  if (!read.ok || read.value.by === verdict.issuer) return read.ok ? ok(read.value) : read;
  return refused(
    tracingCatalogue.refuse('NODE_TRACE_EVENT_SIGNER', {
      path: '/credential/credentialSubject/by',
      params: { by: read.value.by, issuer: verdict.issuer },
    }),
  );
}
