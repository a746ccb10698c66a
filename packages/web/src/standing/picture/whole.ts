import type { Picture, PictureEdge, Standing } from '@portolan/parties';

/** What an attestation came to, with the reasons in words; by digest. */
export type Outcomes = ReadonlyMap<string, { counts: boolean; words: string }>;

/** What each attestation of a standing came to, for the lines of a picture. */
export function outcomesOf({ attestations }: Pick<Standing, 'attestations'>): Outcomes {
  return new Map(
    attestations.map(({ digest, outcome, reasons }) => {
      const why = reasons.map(({ message }) => message).join(' ');
      const head = outcome === 'counts' ? 'Counts' : outcome === 'adverse' ? 'Speaks against' : 'Set aside';
      return [digest as string, { counts: outcome === 'counts', words: why ? `${head}: ${why}` : head }];
    }),
  );
}

/** Everybody around a party: who attests, and what the findings show of owners, rings and shared identifiers. */
export function wholePicture({ subject, name, attestations, findings }: Standing): Picture {
  const pictures = findings.flatMap(({ picture }) => picture ?? []);
  const own = attestations.map(
    ({ issuer, type, digest }): PictureEdge => ({
      ...{ from: issuer, to: subject, by: digest },
      relation: type === 'TradePartnerReference' ? 'refers' : 'attests',
    }),
  );
  const edges = [...own, ...pictures.flatMap((picture) => picture.edges)];
  const names = new Map([
    ...pictures.flatMap(({ nodes }) => nodes.map((node) => [node.id, node.name] as const)),
    ...attestations.map(({ issuer, issuerName }) => [issuer, issuerName] as const),
    [subject, name] as const,
  ]);
  const unique = new Map(edges.map((edge) => [`${edge.from} ${edge.to} ${edge.by ?? edge.relation}`, edge]));
  const ids = new Set([subject, ...[...unique.values()].flatMap(({ from, to }) => [from, to])]);
  return {
    nodes: [...ids].map((id) => ({ id, name: names.get(id) ?? id })),
    edges: [...unique.values()],
  };
}
