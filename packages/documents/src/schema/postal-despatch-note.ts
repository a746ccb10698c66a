import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { transportMembers, underMaster } from './transport.ts';

/** Despatch note for post parcels (UN/CEFACT 1001 code 750). */
export const PostalDespatchNoteSchema = Closed({ ...transportMembers, ...underMaster });

export type PostalDespatchNote = Static<typeof PostalDespatchNoteSchema>;
