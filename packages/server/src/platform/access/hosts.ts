import { isIP } from 'node:net';

/** Whether a name or address stands for this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  const v4 = name.replace(/^::ffff:/, '');
  return isIP(v4) === 4 && v4.startsWith('127.');
}

/** The host of a Host header, without its port; undefined when it is none. */
export function hostName(header: string | undefined): string | undefined {
  const [, name] = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?$/.exec(header ?? '') ?? [];
  return name?.toLowerCase();
}

/**
 * Whether the node answers under this name. Bound to loopback it answers to loopback names and its public name only:
 * a web site whose name was pointed at this machine (DNS rebinding) gets nothing.
 */
export function answersTo(name: string, bound: { host: string; publicUrl?: string }): boolean {
  if (!isLoopback(bound.host)) return true;
  return isLoopback(name) || (bound.publicUrl !== undefined && new URL(bound.publicUrl).hostname === name);
}
