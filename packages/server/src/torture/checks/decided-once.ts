import assert from 'node:assert/strict';
import type { Pool } from 'pg';

/** What must never exist, as queries that answer what is wrong. */
const impossible: Readonly<Record<string, string>> = {
  'a case of an agency with more than one decision': `
    select d.case_id::text as what from decisions d join cases c using (tenant_id, case_id)
    where c.face = 'agency' group by d.tenant_id, d.case_id having count(*) > 1`,
  'an entry number filed twice at one agency': `
    select f.entry_number as what from filings f join cases c using (tenant_id, case_id)
    where c.face = 'agency' group by f.tenant_id, f.entry_number having count(*) > 1`,
  'an envelope that made two filings at one party': `
    select envelope_digest as what from filings group by tenant_id, envelope_digest having count(*) > 1`,
  'a filing at an agency without a decision': `
    select f.entry_number as what from filings f join cases c using (tenant_id, case_id)
    left join decisions d using (tenant_id, case_id, version) where c.face = 'agency' and d.digest is null`,
  'a decision at an agency without its filing': `
    select d.digest as what from decisions d join cases c using (tenant_id, case_id)
    left join filings f using (tenant_id, case_id, version) where c.face = 'agency' and f.dossier_digest is null`,
  'an entry number at an agency that belongs to no filing of its case': `
    select n.entry_number as what from entry_numbers n
    left join filings f using (tenant_id, case_id, entry_number) where f.case_id is null`,
  'an entry number that a filer drew for two cases': `
    select entry_number as what from cases where face = 'filer' and entry_number is not null
    group by tenant_id, entry_number having count(*) > 1`,
  'a party told of another decision than the agency took': `
    select told.digest as what from decisions told join cases c using (tenant_id, case_id)
    left join (select d.digest from decisions d join cases c using (tenant_id, case_id) where c.face = 'agency') taken
      on taken.digest = told.digest
    where c.face <> 'agency' and taken.digest is null`,
  'a filing at an agency with less evidence than it names': `
    select f.entry_number as what from filings f join cases c using (tenant_id, case_id)
    where c.face = 'agency' and json_array_length(convert_from(f.dossier, 'UTF8')::json -> 'evidence') <>
      (select count(*) from case_evidence e join evidence using (tenant_id, digest)
       where e.tenant_id = f.tenant_id and e.case_id = f.case_id)`,
  'a case of an agency that claims the good of another': `
    select claim_key as what from claims where claim_key not like 'entered %'
    group by tenant_id, claim_key having count(*) > 1`,
};

/** Nothing is decided twice, and nothing stands half stored. */
export async function checkDecidedOnce(pool: Pool): Promise<void> {
  for (const [name, query] of Object.entries(impossible)) {
    const { rows } = await pool.query<{ what: string }>(`${query} limit 5`);
    assert.deepEqual(
      rows.map(({ what }) => what),
      [],
      name,
    );
  }
}
