import type { EpcisEvent, NamedEvent } from '@portolan/documents';
import { type CryptoPort, digestJson } from '@portolan/kernel';

/**
 * The event under its name. One that has none is named by its content, so that capturing it twice is capturing it once: a
 * uuid of version 8 (RFC 9562, section 5.8) made of the digest.
 */
export function nameEvent(event: EpcisEvent, crypto: CryptoPort): NamedEvent {
  const digest = digestJson(crypto, event.raw);
  return { id: event.eventId ?? uuidOf(digest), digest, event };
}

function uuidOf(digest: string): string {
  const hex = digest.slice('sha256:'.length, 'sha256:'.length + 32);
  const form = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return `urn:uuid:${form.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
