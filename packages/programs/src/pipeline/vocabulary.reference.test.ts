import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectOk, type JsonObject, type JsonValue, parseJson } from '@portolan/kernel';
import { pipelineVocabulary, vocabularyPaper } from './vocabulary.ts';

const shared = process.env.PORTOLAN_SHARED ?? '../shared';
const file = join(shared, 'data/credentials/traceability-vocab/credential-examples.json');
const examples = expectOk(parseJson(readFileSync(file), { maxBytes: 4_000_000 })) as Record<
  string,
  JsonObject
>;

function paperOf(name: string) {
  return vocabularyPaper((examples[name]?.credentialSubject ?? null) as JsonValue);
}

test('the example of a delivery ticket: 9,500 m3 are 45,000 bbl, net is more than gross, and 921.7 lb a cubic foot', () => {
  const { names, months, findings } = paperOf('OilAndGasDeliveryTicketCredential');
  assert.deepEqual(names, ['operator keystone', 'ticket 991205182', 'batch CDB028400']);
  assert.deepEqual(months, ['2022-12', '2023-01']);
  assert.deepEqual(
    findings.map(({ code, params }) => [code, params?.what ?? params?.unit]),
    [
      ['PIPELINE_STATED_VOLUMES', 'gsv'],
      ['PIPELINE_STATED_VOLUMES', 'nsv'],
      ['PIPELINE_STATED_NET', 'bbl'],
      ['PIPELINE_STATED_DENSITY', 'lbm/ft3'],
    ],
  );
});

test('volumes of the examples of schedule and manifest agree; the schedule ends injection and delivery before it begins them', () => {
  const schedule = paperOf('DeliveryScheduleCredential');
  assert.ok(schedule.names.includes('batch 111111111'));
  const manifest = paperOf('MonthlyAdvanceManifestCredential');
  assert.deepEqual(manifest.months, ['2019-12']);
  assert.deepEqual(
    [...schedule.findings, ...manifest.findings].map(({ code }) => code),
    ['PIPELINE_STATED_SPAN', 'PIPELINE_STATED_SPAN'],
  );
});

test('every example about oil and gas is read', () => {
  const named = Object.values(examples).filter(({ type }) =>
    [type].flat().some((name) => typeof name === 'string' && pipelineVocabulary.has(name)),
  );
  assert.equal(named.length, 6);
  for (const { credentialSubject } of named) {
    const { names, figures } = vocabularyPaper(credentialSubject as JsonValue);
    assert.ok(names.length + figures.length > 0);
  }
});
