import {
  type PresentationVerdict,
  resolveDidKey,
  type Trust,
  verifyPresentation,
} from '@portolan/credentials';
import type { Instant, JsonObject, Refusal } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { holderFaults } from '@portolan/parties';

/** What is wrong with a presentation: its signature, its credentials, or that its holder is not whom they are about. */
export async function presentationFaults(
  presentation: JsonObject,
  request: { readonly challenge: string; readonly domain: string },
  at: Instant,
): Promise<Refusal[]> {
  const trust: Trust = {
    ...{ crypto: nodeCrypto, at, signedAt: { instant: at, source: 'first-receipt' } },
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
