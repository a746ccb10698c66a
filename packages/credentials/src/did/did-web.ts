import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { Did } from './did.ts';

const PREFIX = 'did:web:';
const HOST =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const PORT = /^[1-9]\d{0,4}$/;
const SEGMENT = /^[A-Za-z0-9._-]+$/;

export function isDidWeb(did: string): boolean {
  return did.startsWith(PREFIX);
}

/**
 * The did:web of a public address, such as `https://node.example:8443/t/broker`. The port's colon is written %3A
 * (did:web, "Method-specific identifier"). Throws on an address that is no host with plain path segments.
 */
export function didWebOf(address: string): Did {
  const url = new URL(address);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  if (!HOST.test(url.hostname) || !segments.every(isSegment))
    throw new TypeError(`no did:web for ${address}`);
  return `did:web:${[url.host.replace(':', '%3A'), ...segments].join(':')}`;
}

/**
 * Where the document of a did:web is published: `https://host/.well-known/did.json`, or `https://host/a/b/did.json` for a
 * path (did:web, "Read"). Always HTTPS. Refuses addresses of numbers, which no certificate of a public name covers, and
 * segments that could climb out of the path.
 */
export function didWebUrl(did: string): Result<string> {
  if (!isDidWeb(did)) return refused(malformed(did, 'it is not a did:web'));
  const [authority = '', ...segments] = did.slice(PREFIX.length).split(':');
  const [host = '', port, ...rest] = authority.split(/%3A/i);
  if (rest.length > 0 || !HOST.test(host) || isNumericHost(host))
    return refused(malformed(did, 'its host is not a host name'));
  if (port !== undefined && (!PORT.test(port) || Number(port) > 65_535))
    return refused(malformed(did, 'its port is not a port number'));
  if (!segments.every(isSegment))
    return refused(malformed(did, 'its path has a segment that is not allowed'));
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`;
  return ok(`https://${host}${port === undefined ? '' : `:${port}`}${path}/did.json`);
}

function isSegment(segment: string): boolean {
  return SEGMENT.test(segment) && segment !== '.' && segment !== '..';
}

function isNumericHost(host: string): boolean {
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i.test(host);
}

function malformed(did: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_DID_MALFORMED', { params: { did: did.slice(0, 100), detail } });
}
