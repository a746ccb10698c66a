import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { transportMembers } from './transport.ts';

/** What a pipeline took in and gave out for one shipper: batch, points and quantity. */
export const PipelineTicketSchema = Closed({ ...transportMembers });

export type PipelineTicket = Static<typeof PipelineTicketSchema>;
