/**
 * The newest paper on record about a party that is in force on a day is found without reading all that there ever was about it:
 * a grower whose identity was attested a thousand times is asked as quickly as one that was attested once.
 */
export const up = `
create index standing_by_day on standing (tenant_id, subject, other, type, valid_from desc, digest);
`;
