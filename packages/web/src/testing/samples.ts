import type { Session } from '@portolan/contract';

/** A producer's session, for tests of what a member sees. */
export const sampleSession: Session = {
  member: { id: 'grower-signer', name: 'Sample Grower Signatory', role: 'signer' },
  tenant: {
    slug: 'grower',
    name: 'Sample Valle Verde Produce',
    kind: 'trade',
    roles: ['producer', 'exporter'],
    did: 'did:key:z6MkgFTstJ9E9PnVh4TPmTqGAGLjmNakj6m8gSbMJ4VZEfat',
    sample: true,
  },
  face: 'producer',
  node: { origin: 'localhost/log', sample: true, version: '0.1.0' },
};
