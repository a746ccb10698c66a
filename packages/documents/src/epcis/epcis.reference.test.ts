import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectOk, parseJson } from '@portolan/kernel';
import { readEpcisDocument, readEpcisEvent } from './index.ts';

const shared = process.env.PORTOLAN_SHARED ?? '../shared';

/** What each refused sample of the openepcis test resources is refused for. */
const faults: Readonly<Record<string, readonly string[]>> = {
  Invalid_Combination_of_events_with_missing_mandatory_fields: [
    'DOC_EPCIS_MISSING 0/action',
    'DOC_EPCIS_MISSING 1/eventTimeZoneOffset',
    'DOC_EPCIS_MISSING 1/action',
  ],
  Invalid_Combination_of_multiple_invalid_fields: [
    'DOC_EPCIS_CHOICE 0/bizStep',
    'DOC_EPCIS_CHOICE 1/disposition',
    'DOC_EPCIS_CHOICE 2/sourceList/0/type',
    'DOC_EPCIS_FIELD_UNKNOWN 3/ilmd/materialType',
    'DOC_EPCIS_TIME 4/eventTime',
    'DOC_EPCIS_CHOICE 4/action',
  ],
  Invalid_Combination_of_non_standard_bizStep_and_disposition: [
    'DOC_EPCIS_CHOICE 0/bizStep',
    'DOC_EPCIS_CHOICE 1/disposition',
  ],
  Invalid_EPCISDocument_without_context: ['DOC_EPCIS_CONTEXT /@context'],
  Invalid_ObjectEvent_with_ilmd_field_without_namespace: ['DOC_EPCIS_FIELD_UNKNOWN 0/ilmd/materialType'],
  Invalid_ObjectEvent_with_invalid_action: ['DOC_EPCIS_CHOICE 0/action'],
  Invalid_ObjectEvent_with_invalid_certificationInfo: [
    'DOC_EPCIS_DATE 0/certificationInfo/1/gs1:CertificationDetails/gs1:certificationAuditDate',
  ],
  Invalid_ObjectEvent_with_invalid_eventTime_format: ['DOC_EPCIS_TIME 0/eventTime'],
  Invalid_ObjectEvent_with_non_standard_bizStep: ['DOC_EPCIS_CHOICE 0/bizStep'],
  Invalid_ObjectEvent_with_non_standard_bizStep_in_second_event: ['DOC_EPCIS_CHOICE 1/bizStep'],
  Invalid_ObjectEvent_with_non_standard_disposition: ['DOC_EPCIS_CHOICE 0/disposition'],
  Invalid_ObjectEvent_with_quantity_as_text: ['DOC_EPCIS_KIND 0/quantityList/0/quantity'],
  Invalid_ObjectEvent_with_unknown_field_in_quantityList: ['DOC_EPCIS_FIELD_UNKNOWN 0/quantityList/0/weight'],
  Invalid_ObjectEvent_without_action_and_eventTime: [
    'DOC_EPCIS_MISSING 0/eventTime',
    'DOC_EPCIS_MISSING 0/eventTimeZoneOffset',
    'DOC_EPCIS_MISSING 0/action',
  ],
  Invalid_ObjectEvent_without_identifier_list: ['DOC_EPCIS_NO_IDENTIFIER 0'],
};

for (const folder of ['epcis-openepcis', 'epcis-gdst']) {
  const path = join(shared, 'data/credentials', folder);
  for (const file of readdirSync(path)) {
    const name = file.replace(/\.json(?:ld)?$/, '');
    const value = expectOk(parseJson(readFileSync(join(path, file)), { maxBytes: 4_000_000 }));
    const read = () => (name.startsWith('Events_') ? readEpcisEvent(value) : readEpcisDocument(value));
    const expected = faults[name];
    test(`${file} is ${expected ? 'refused for its fault' : 'read'}`, () => {
      const result = read();
      const found = result.ok
        ? undefined
        : result.refusals.map(({ code, path: at }) => `${code} ${at.replace('/epcisBody/eventList/', '')}`);
      assert.deepEqual(found, expected);
    });
  }
}

test('every sample that is named invalid has its expected fault here', () => {
  const files = readdirSync(join(shared, 'data/credentials/epcis-openepcis'));
  const invalid = files
    .filter((file) => file.startsWith('Invalid_'))
    .map((file) => file.replace('.json', ''));
  assert.deepEqual(invalid.toSorted(), Object.keys(faults).toSorted());
});
