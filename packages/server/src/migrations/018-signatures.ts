/** Signatures of persons: found by person and filer, the newest first. */
export const up = `
create index authority_signatures on authority_links (tenant_id, holder, giver, received_at desc)
  where type = 'FilingSignature';
`;
