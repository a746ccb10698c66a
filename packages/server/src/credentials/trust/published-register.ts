import {
  addSeconds,
  type CalendarDate,
  type Instant,
  type JsonObject,
  ok,
  type Result,
  refused,
} from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { AccreditationRow } from './register.ts';

export const REGISTER_TYPE = 'portolan/trust-register@1';
/** A copy older than this speaks for nobody: a suspension since would be unseen. */
const VALID_SECONDS = 7 * 24 * 60 * 60;

const Time = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Text = Type.String({ maxLength: 4000 });
const Suspension = Type.Object({ from: Time, until: Type.Optional(Time), reason: Text });

/** An agency's whole trust register at an instant, as it is signed for other nodes. Officers' names stay at home. */
const RegisterSchema = Type.Object({
  type: Type.Literal(REGISTER_TYPE),
  agency: Type.String({ maxLength: 512 }),
  name: Type.String({ maxLength: 200 }),
  asOf: Time,
  validUntil: Time,
  accreditations: Type.Array(
    Type.Object({
      id: Type.String({ maxLength: 80 }),
      did: Type.String({ maxLength: 512 }),
      name: Type.String({ maxLength: 200 }),
      credentialType: Type.String({ maxLength: 60 }),
      from: Day,
      until: Type.Optional(Day),
      reason: Text,
      suspensions: Type.Array(Suspension, { maxItems: 1000 }),
    }),
    { maxItems: 50_000 },
  ),
});
const shape = Compile(RegisterSchema);

export type PublishedRegister = Omit<Static<typeof RegisterSchema>, 'asOf' | 'validUntil'> & {
  readonly asOf: Instant;
  readonly validUntil: Instant;
};
export type PublishedAccreditation = PublishedRegister['accreditations'][number];

/** The register as it is published, ready to be signed. */
export function publishedRegister(
  { did, name }: { readonly did: string; readonly name: string },
  rows: readonly AccreditationRow[],
  asOf: Instant,
): PublishedRegister {
  return {
    type: REGISTER_TYPE,
    ...{ agency: did, name, asOf, validUntil: addSeconds(asOf, VALID_SECONDS) },
    accreditations: rows.map((row) => ({
      ...{ id: row.id, did: row.did, name: row.name, credentialType: row.credential_type },
      from: row.valid_from as CalendarDate,
      ...(row.valid_until === null ? {} : { until: row.valid_until }),
      reason: row.reason,
      suspensions: row.suspensions.map(({ from, until, reason }) => ({
        ...{ from, reason },
        ...(until === null ? {} : { until }),
      })),
    })),
  };
}

/** Reads what another node answered; its signature is not looked at here. Refuses another agency's register. */
export function readPublishedRegister(signed: JsonObject, agency: string): Result<PublishedRegister> {
  if (shape.Check(signed) && signed.agency === agency) return ok(signed as unknown as PublishedRegister);
  return refused(credentialServiceCatalogue.refuse('NODE_REGISTER_MALFORMED', { params: { agency } }));
}
