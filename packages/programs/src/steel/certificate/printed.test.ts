import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CertifiedItem } from '@portolan/documents';
import { certificate } from '../stories/documents.ts';
import { steelParty } from '../stories/parties.ts';
import { changedFigures } from './changed.ts';
import { printedCertificate } from './printed.ts';

const [item] = certificate.items as [CertifiedItem];

/** EN 10168: A01, B07, C11 and C93 to C99 were read (materialidentity.org); the other numbers are general knowledge. */
it('a certificate prints in the field groups of EN 10168, in their order', () => {
  const groups = printedCertificate({
    ...certificate,
    secondInspector: { name: 'Sample Surveyor', title: 'Surveyor', party: steelParty('inspector') },
    supersedes: {
      certificate: { number: 'MTC-26-0117', digest: `sha256:${'1'.repeat(64)}` },
      reason: 'typing error',
    },
    items: [{ ...item, otherTests: [{ name: 'Ultrasonic test', result: 'without indication' }] }],
  });
  assert.deepEqual(
    groups.map(({ group, item: of = '' }) => group + of),
    ['A', 'B', 'B1', 'C1', 'D1', 'Z'],
  );
  const text = new Map(groups.flatMap(({ fields }) => fields.map(({ code, value }) => [code, value])));
  assert.match(text.get('A01') ?? '', /^Sample Acero del Norte/);
  assert.equal(text.get('A02'), 'EN 10204 - 3.1');
  assert.equal(
    text.get('B02'),
    'ASTM A992/A992M, edition 11, grade 50; ASTM A572/A572M, edition 15, grade 50',
  );
  assert.match(text.get('B07') ?? '', /^Heat A26-4711/);
  assert.equal(text.get('B13'), '20000 kg');
  assert.equal(text.get('C11'), '378 MPa');
  assert.equal(text.get('C71'), '0.10 %');
  assert.match(text.get('Z05') ?? '', /Sample Inspection Bureau/);
  assert.equal(text.get('Z06'), 'MTC-26-0117');
});

it('a service centre may add figures and leaves those of the mill', () => {
  const child = (change: Partial<CertifiedItem>) => ({ ...certificate, items: [{ ...item, ...change }] });
  const changed = (change: Partial<CertifiedItem>) =>
    changedFigures(certificate, child(change)).map(
      ({ after, before, what }) => `${what}: ${before} to ${after}`,
    );
  assert.deepEqual(changed({ weight: { value: '500', unit: 'KGM' }, lot: 'cut 1' }), []);
  assert.deepEqual(
    changed({
      chemistry: [
        { element: 'C', percent: '0.1' },
        { element: 'Sn', percent: '0.01' },
      ],
    }),
    [],
  );
  assert.deepEqual(changed({ chemistry: [{ element: 'C', percent: '0.09' }] }), [
    'C (heat analysis): 0.10 to 0.09',
  ]);
  assert.deepEqual(changed({ stages: [{ stage: 'melt', country: 'US' }] }), ['country of melt: MX to US']);
  assert.deepEqual(changed({ tests: [{ number: 'T-2', yield: { value: '390', unit: 'MPa' } }] }), [
    'yield strength of test T-2: 378 MPa to 390 MPa',
  ]);
});
