import type { StatusPurpose } from '@portolan/credentials';
import type { NodeSettings } from '../../platform/settings.ts';

/** Where sample issuers publish, at every node: examples name these addresses. Nobody fetches them, they resolve in process. */
const SAMPLE_ORIGIN = 'https://sample.portolan.example';

/** Which list of which issuer, as its address says. */
export interface ListAddress {
  readonly slug: string;
  readonly purpose: StatusPurpose;
  /** Lists of an issuer are numbered from 1. */
  readonly number: number;
}

const PATH = /^\/status\/([a-z0-9-]{1,40})\/(revocation|suspension)(?:\/([1-9]\d{0,5}))?$/;

/** The address of a status list. It hangs on the public address of the node, fixed when the node was created. */
export function statusUrl(
  settings: Pick<NodeSettings, 'publicUrl' | 'logOrigin'>,
  { slug, sample, purpose, number }: ListAddress & { readonly sample: boolean },
): string {
  const origin = sample ? SAMPLE_ORIGIN : ownOrigin(settings);
  return `${origin}/status/${slug}/${purpose}${number === 1 ? '' : `/${number}`}`;
}

/** Reads an address of this node or of the sample; undefined for lists published elsewhere. */
export function parseStatusUrl(
  settings: Pick<NodeSettings, 'publicUrl' | 'logOrigin'>,
  url: string,
): (ListAddress & { readonly sample: boolean }) | undefined {
  const origin = [SAMPLE_ORIGIN, ownOrigin(settings)].find((known) => url.startsWith(`${known}/`));
  const match = origin === undefined ? null : PATH.exec(url.slice(origin.length));
  if (!match) return undefined;
  const [, slug = '', purpose, number = '1'] = match;
  return {
    slug,
    purpose: purpose as StatusPurpose,
    number: Number(number),
    sample: origin === SAMPLE_ORIGIN,
  };
}

/** A node without a public address still needs names that never change: those of its log. */
function ownOrigin({ publicUrl, logOrigin }: Pick<NodeSettings, 'publicUrl' | 'logOrigin'>): string {
  return publicUrl ?? `https://${logOrigin}`;
}

export function listIdOf(tenantId: string, number: number): string {
  return `${tenantId}/${number}`;
}
