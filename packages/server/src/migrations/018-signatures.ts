/** Signatures of persons, found by person and filer, the newest first; and what was issued here, by digest alone. */
export const up = `
create index authority_signatures on authority_links (tenant_id, holder, giver, received_at desc)
  where type = 'FilingSignature';
create index issued_credentials_by_digest on issued_credentials (digest);
`;
