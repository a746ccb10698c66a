import { OneOf } from '@portolan/documents';
import { type Static, Type } from 'typebox';

/** The part of the graph that shows a finding: who attests or controls whom. Drawn as a picture, and as a table. */
export const PictureSchema = Type.Object({
  nodes: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  edges: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      relation: OneOf(
        ['attests', 'refers', 'controls', 'holds', 'resembles'],
        'What leads from one to the other',
      ),
      /** Digest of the attestation that says so. */
      by: Type.Optional(Type.String()),
    }),
  ),
});
export type Picture = Static<typeof PictureSchema>;
export type PictureEdge = Picture['edges'][number];

/** A picture of some edges, every end named once; in an order of its own. */
export function pictureOf(edges: readonly PictureEdge[], nameOf: (id: string) => string): Picture {
  const key = ({ from, to, relation, by = '' }: PictureEdge) => `${from} ${to} ${relation} ${by}`;
  const unique = new Map(edges.map((edge) => [key(edge), edge]));
  const sorted = [...unique.keys()].sort().flatMap((name) => unique.get(name) ?? []);
  const ids = [...new Set(sorted.flatMap(({ from, to }) => [from, to]))].sort();
  return { nodes: ids.map((id) => ({ id, name: nameOf(id) })), edges: sorted };
}
