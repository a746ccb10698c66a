import { partySchemas } from '@portolan/parties';

/**
 * The credential schemas of this program: attestations by independent parties, statements about owners, officers and
 * employees, delegations, and a standing itself. They live in the parties room, since every program asks for standings.
 */
export const schemas = partySchemas;
