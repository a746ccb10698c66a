import type { Evidence, Link, LinkKind } from '../evidence.ts';

/** A link between two documents as a whole. */
export function documentLink(kind: LinkKind, from: Evidence, to: Evidence, by: string): Link {
  return {
    kind,
    level: 'document',
    from: { digest: from.digest, pointer: '' },
    to: { digest: to.digest, pointer: '' },
    by,
  };
}

/** A link between two lines; the pointers name the lines. */
export function lineLink(
  kind: LinkKind,
  [from, fromPointer]: readonly [Evidence, string],
  [to, toPointer]: readonly [Evidence, string],
  by: string,
): Link {
  return {
    kind,
    level: 'line',
    from: { digest: from.digest, pointer: fromPointer },
    to: { digest: to.digest, pointer: toPointer },
    by,
  };
}
