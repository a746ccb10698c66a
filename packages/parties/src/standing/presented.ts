import {
  type PresentationVerdict,
  resolveDidKey,
  type Trust,
  verifyPresentation,
} from '@portolan/credentials';
import type { CryptoPort, Instant, JsonObject, Refusal } from '@portolan/kernel';
import { holderFaults } from './statement.ts';

/**
 * What is wrong with a presentation, judged by what it carries alone: its signature over the challenge, its credentials, or that
 * its holder is not whom they are about. Empty when nothing is. Only did:key identifiers are resolved.
 */
export async function presentationFaults(
  presentation: JsonObject,
  request: { readonly challenge: string; readonly domain: string },
  at: Instant,
  crypto: CryptoPort,
): Promise<Refusal[]> {
  const trust: Trust = {
    ...{ crypto, at, signedAt: { instant: at, source: 'first-receipt' } },
    resolveDid(did) {
      const resolved = resolveDidKey(did);
      return resolved.ok ? resolved.value : undefined;
    },
    statusList: () => undefined,
    schema: () => undefined,
    accreditation: () => ({ state: 'not-required' }),
  };
  const verdict = await verifyPresentation(presentation, trust, request, () => trust);
  const shown = Array.isArray(presentation.verifiableCredential) ? presentation.verifiableCredential : [];
  return [
    ...verdict.refusals,
    ...unsound(verdict),
    ...holderFaults(verdict.holder, shown as unknown as JsonObject[]),
  ];
}

function unsound({ credentials }: PresentationVerdict): Refusal[] {
  return credentials.flatMap(({ fragments }) =>
    fragments.filter(({ outcome }) => outcome === 'failed').flatMap(({ refusals }) => [...refusals]),
  );
}
