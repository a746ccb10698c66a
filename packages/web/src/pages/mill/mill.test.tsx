import { checkDocument, type Party } from '@portolan/documents';
import { expectOk } from '@portolan/kernel';
import { readLaboratoryCsv, steelStories } from '@portolan/programs';
import { expect, test } from 'vitest';
import { documentOf } from './certificate-document.ts';
import { emptyItem, startForm, withLaboratory } from './certificate-form.ts';
import { foundIn, foundText } from './found-text.ts';
import { emptyHeat, heatOf } from './heat-form.ts';
import { emptyLicence, exampleLicence, licenceOf } from './licence-form.ts';
import { memberText, memberWords } from './member-words.ts';
import { exampleProcessing, processingOf } from './processing-form.ts';

const mill: Party = { name: 'Sample Mill', did: 'did:key:z6MkSampleMill', address: { country: 'MX' } };
const digest = `sha256:${'a'.repeat(64)}`;

const csv = [
  'Heat,C,Mn,Test,Yield,Tensile,Unit,Elongation,Retest of',
  'A26-1,0.10,1.15,T-1,338,492,MPa,,',
  'A26-1,,,T-2,378,498,MPa,25,T-1',
].join('\n');

function filled() {
  const item = {
    ...emptyItem,
    heat: 'A26-1',
    lot: 'urn:sample:b:1',
    weight: '20000',
    madeIn: 'MX',
    melt: 'MX',
  };
  const start = { ...startForm('Sample Quality Manager'), items: [{ ...item, pour: 'MX' }] };
  const form = {
    ...{
      number: 'MTC-1',
      producedAt: '2026-06-03T18:00:00Z',
      description: 'Beams',
      form: 'section' as const,
    },
    ...{ standards: 'ASTM A992/A992M; 11; 50\nASTM A572/A572M; 15; 50', inspectorTitle: 'Quality manager' },
  };
  return withLaboratory({ ...start, ...form }, expectOk(readLaboratoryCsv(csv)));
}

test('a form with the figures of the laboratory makes a certificate of the published shape', () => {
  const document = documentOf(filled(), mill);
  const checked = checkDocument('MillTestReport', document);
  expect(checked.ok ? [] : checked.refusals).toEqual([]);
  expect(document.standards.map(({ edition }) => edition)).toEqual(['11', '15']);
  expect(document.items[0]?.chemistry.map(({ element, percent }) => [element, percent])).toEqual([
    ['C', '0.10'],
    ['Mn', '1.15'],
  ]);
  expect(document.items[0]?.tests[1]).toEqual({
    number: 'T-2',
    yield: { value: '378', unit: 'MPa' },
    tensile: { value: '498', unit: 'MPa' },
    elongation: { percent: '25' },
    retestOf: 'T-1',
  });
});

test('heats of the laboratory that no item names become items', () => {
  const form = withLaboratory(startForm('S'), expectOk(readLaboratoryCsv('Heat,C\nH-1,0.1\nH-2,0.2')));
  expect(form.items.map(({ heat, chemistry }) => [heat, chemistry])).toEqual([
    ['H-1', 'C 0.1'],
    ['H-2', 'C 0.2'],
  ]);
});

test('a certificate that replaces another carries its figures over and names it; a retest leaves the tests empty', () => {
  const paper = steelStories[0]?.papers.find(({ name }) => name === 'MillTestReport');
  if (paper?.content.type !== 'MillTestReport') throw new Error('no certificate in the story');
  const { document } = paper.content;
  const replacing = { how: 'replaces' as const, digest, document };
  const form = { ...startForm('S', replacing), number: 'MTC-2', reason: 'A figure was mistyped.' };
  const replaced = documentOf(form, document.manufacturer, replacing);
  expect(checkDocument('MillTestReport', replaced).ok).toBe(true);
  expect(replaced.supersedes?.certificate).toMatchObject({ number: document.number, digest });
  expect(replaced.items[0]?.tests).toEqual(document.items[0]?.tests);
  expect(replaced.product).toEqual(document.product);
  expect(startForm('S', { ...replacing, how: 'retests' }).items[0]?.tests).toBe('');
});

test('a line says impact and bend tests, and what it can not say is kept as long as it stands', () => {
  const text = { chemistry: '', tests: 'I-1, impact 31/29/30 at -20\nB-1, bend 180\nB-2, bend 180 cracked' };
  const found = foundIn(text, undefined);
  expect(found.tests).toEqual([
    { number: 'I-1', impact: { joules: ['31', '29', '30'], celsius: '-20' } },
    { number: 'B-1', bend: { degrees: '180', outcome: 'no-crack' } },
    { number: 'B-2', bend: { degrees: '180', outcome: 'cracked' } },
  ]);
  expect(foundText(found).tests).toBe(text.tests);
  const kept = { chemistry: [], tests: [{ number: 'T-1', location: 'flange' }] };
  expect(foundIn(foundText(kept), kept).tests[0]?.location).toBe('flange');
});

test('price and terms go into what may be hidden; an article says what it is', () => {
  const form = { ...filled(), price: '0.87', terms: 'Rebate', form: 'article' as const, capacity: '60' };
  const document = documentOf({ ...form, article: 'container', cast: 'steel' }, mill);
  expect(checkDocument('MillTestReport', document).ok).toBe(true);
  expect(document.commercial).toMatchObject({
    unitPrice: { amount: '0.87', currency: 'USD' },
    terms: 'Rebate',
  });
  expect(document.product).toMatchObject({ article: 'container', capacity: { value: '60', unit: 'LTR' } });
});

test('a processing record from the example is of the published shape', () => {
  const document = processingOf(exampleProcessing(mill.did ?? ''), mill);
  const checked = checkDocument('ProcessingRecord', document);
  expect(checked.ok ? [] : checked.refusals).toEqual([]);
  expect(document.outputs.map(({ quantity }) => quantity.value)).toEqual(['12000', '7900']);
});

test('a certificate of a service centre builds on that of the mill, of whose heat it is', () => {
  const form = { ...filled(), basedOn: `MTC-0; ${digest}; did:key:z6MkOther` };
  const items = form.items.map((item) => ({ ...item, heatMill: 'did:key:z6MkOther' }));
  const document = documentOf({ ...form, items }, mill);
  expect(checkDocument('MillTestReport', document).ok).toBe(true);
  expect(document.basedOn).toEqual([{ number: 'MTC-0', manufacturer: 'did:key:z6MkOther', digest }]);
  expect(document.items[0]?.heat.mill).toBe('did:key:z6MkOther');
});

test('a licence from the example is of the published shape; an empty form says what is missing', () => {
  const office: Party = {
    name: 'Sample Office',
    did: 'did:key:z6MkSampleOffice',
    address: { country: 'US' },
  };
  const checked = checkDocument('SteelImportLicense', licenceOf(exampleLicence, office));
  expect(checked.ok ? [] : checked.refusals).toEqual([]);
  const refused = checkDocument('SteelImportLicense', licenceOf(emptyLicence, office));
  expect(refused.ok ? [] : refused.refusals.map(({ path }) => path)).toContain('/number');
});

test('members that may be hidden are named as people count', () => {
  expect(memberWords('/credentialSubject/items/0/tests/1')).toBe('items 1, tests 2');
  expect(memberWords('/credentialSubject/worksOrder')).toBe('works order');
  expect(memberText({ unitPrice: { amount: '0.87', currency: 'USD' } })).toBe('0.87, USD');
});

test('a heat says where it was melted and poured, and how much there is', () => {
  const form = {
    ...emptyHeat,
    number: 'A26-1',
    furnace: 'Furnace 2',
    country: 'MX',
    pouredAt: '2026-06-01T07:10:00Z',
  };
  const heat = heatOf({ ...form, poured: '100000' }, mill);
  const checked = checkDocument('Heat', heat);
  expect(checked.ok ? [] : checked.refusals).toEqual([]);
  expect(heat.stages.map(({ country }) => country)).toEqual(['MX', 'MX']);
});
