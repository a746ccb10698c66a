/**
 * Signatures of persons, found by person and filer, the newest first; what was issued here, by digest alone; and indexes of names
 * and identifiers that every standing reads, without a list of entries still to be sorted in, which each reader would walk through.
 */
export const up = `
create index authority_signatures on authority_links (tenant_id, holder, giver, received_at desc)
  where type = 'FilingSignature';
create index issued_credentials_by_digest on issued_credentials (digest);
alter index attestations_by_name set (fastupdate = off);
alter index attestations_by_identifier set (fastupdate = off);
select gin_clean_pending_list('attestations_by_name'::regclass), gin_clean_pending_list('attestations_by_identifier'::regclass);
`;
