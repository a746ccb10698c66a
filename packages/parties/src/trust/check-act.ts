import { checkShape, type SchemaNode } from '@portolan/documents';
import { isRecord, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { partiesCatalogue } from '../catalogue.ts';
import {
  AccreditSchema,
  AppealSchema,
  DecideAppealSchema,
  LiftOverrideSchema,
  OverrideSchema,
  type OversightAct,
  PublishPolicySchema,
  RestoreSchema,
  SuspendSchema,
} from './act.ts';
import type { TrustRegister } from './register.ts';

const schemas = {
  accredit: AccreditSchema,
  suspend: SuspendSchema,
  restore: RestoreSchema,
  'publish-policy': PublishPolicySchema,
  override: OverrideSchema,
  'lift-override': LiftOverrideSchema,
  appeal: AppealSchema,
  'decide-appeal': DecideAppealSchema,
} as unknown as Readonly<Record<OversightAct['act'], SchemaNode>>;

/**
 * The value as the next act of the register. Refuses other shapes, an act that refers to nothing or changes nothing, one that
 * is dated before an act it builds on, one agency changing what another did, and whoever decides an appeal against what it
 * did itself.
 */
export function checkAct(register: TrustRegister, value: unknown): Result<OversightAct> {
  const name = isRecord(value) ? value.act : undefined;
  const schema =
    typeof name === 'string' && Object.hasOwn(schemas, name)
      ? schemas[name as OversightAct['act']]
      : undefined;
  if (!schema) return refused(fault('PARTY_ACT_UNKNOWN', '/act', { act: String(name).slice(0, 40) }));
  const faults = checkShape(schema, value, 'OversightAct');
  if (faults.length > 0) return refused(faults);
  const act = value as OversightAct;
  if (register.acts.has(act.id)) return refused(fault('PARTY_ACT_REPEATED', '/id', { id: act.id }));
  const refusal = refusalOf(register, act);
  return refusal ? refused(refusal) : ok(act);
}

function refusalOf(register: TrustRegister, act: OversightAct): Refusal | undefined {
  switch (act.act) {
    case 'accredit':
      return act.until !== undefined && act.until < act.from
        ? fault('PARTY_DATES_CROSS', '/until', { from: act.from, until: act.until })
        : undefined;
    case 'suspend':
    case 'restore':
      return suspensionFault(register, act);
    case 'override':
      return act.effect === 'set' && act.level === undefined
        ? fault('PARTY_ACT_LEVEL', '/level', {})
        : undefined;
    case 'lift-override':
      return overrideFault(register, act.override, act.agency);
    case 'appeal':
      return register.acts.has(act.against) || act.against === 'standing'
        ? undefined
        : fault('PARTY_ACT_REFERS', '/against', { id: act.against });
    case 'decide-appeal':
      return appealFault(register, act);
    case 'publish-policy':
      return register.policies.some(({ policy, version }) => policy === act.policy && version === act.version)
        ? fault('PARTY_POLICY_PUBLISHED', '/version', { policy: act.policy, version: act.version })
        : undefined;
  }
}

function suspensionFault(
  register: TrustRegister,
  { act, accreditation, agency }: Extract<OversightAct, { act: 'suspend' | 'restore' }>,
): Refusal | undefined {
  const row = [...register.accreditations.values()].flat().find(({ id }) => id === accreditation);
  if (!row) return fault('PARTY_ACT_REFERS', '/accreditation', { id: accreditation });
  if (row.agency !== agency) return fault('PARTY_ACT_FOREIGN', '/agency', { agency: row.agency });
  const open = row.suspensions.some(({ until }) => until === undefined);
  const state = open ? 'suspended' : 'in force';
  return open === (act === 'suspend') ? fault('PARTY_ACT_STATE', '/accreditation', { state }) : undefined;
}

function overrideFault(register: TrustRegister, id: string, agency: string): Refusal | undefined {
  const override = [...register.overrides.values()].flat().find((one) => one.id === id);
  if (!override) return fault('PARTY_ACT_REFERS', '/override', { id });
  return override.agency === agency
    ? undefined
    : fault('PARTY_ACT_FOREIGN', '/agency', { agency: override.agency });
}

function appealFault(
  register: TrustRegister,
  { appeal, by, agency }: Extract<OversightAct, { act: 'decide-appeal' }>,
) {
  const filed = register.appeals.get(appeal);
  if (!filed) return fault('PARTY_ACT_REFERS', '/appeal', { id: appeal });
  if (filed.decided) return fault('PARTY_ACT_STATE', '/appeal', { state: filed.decided.outcome });
  if (filed.filed.agency !== agency)
    return fault('PARTY_ACT_FOREIGN', '/agency', { agency: filed.filed.agency });
  const against = register.acts.get(filed.filed.against);
  // Nobody is judge in an own cause.
  return against?.by === by ? fault('PARTY_APPEAL_OWN_CAUSE', '/by', { by }) : undefined;
}

function fault(
  code: Parameters<typeof partiesCatalogue.refuse>[0],
  path: string,
  params: Record<string, string | number>,
): Refusal {
  return partiesCatalogue.refuse(code, { path, params });
}
