/** Where this node may ask for something: nowhere, unless its operator has named the place. */
export interface Allowed {
  /** Hosts of --fetch-from: 'mill.example', '*.mill.example' for every name below it, '*' for any. */
  readonly hosts: readonly string[];
  /** Origins of peers, which the operator entered. */
  readonly origins: readonly string[];
}

const hostForm = /^(\*|(\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/;

/** Whether text is a host as --fetch-from takes it. */
export function isHostPattern(text: string): boolean {
  return hostForm.test(text);
}

/** Whether the node may ask an address: a peer's origin, or HTTPS at a named host. */
export function mayAsk(address: string, { hosts, origins }: Allowed): boolean {
  const { origin, protocol, hostname } = new URL(address);
  if (origins.includes(origin)) return true;
  return protocol === 'https:' && hosts.some((pattern) => matches(pattern, hostname));
}

function matches(pattern: string, hostname: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}
