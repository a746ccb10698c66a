import { Type } from 'typebox';
import type { ReadTable } from '../value/read-tables.ts';
import { OriginAgreementSchema } from './agreement.ts';
import { MarkingFactsSchema } from './marking/facts.ts';
import { RulingRowSchema } from './result.ts';
import { ProductOriginRuleSchema } from './rule/rule.ts';
import { MeltScopeSchema, NotReadRuleSchema, type OriginTables, RenumberingSchema } from './tables.ts';

export const originTableFiles = [
  'origin-agreements.json',
  'origin-rules.json',
  'origin-rules-read.json',
  'marking-rules.json',
  'origin-renumberings.json',
  'origin-rulings.json',
  'melt-scopes.json',
  'marking-facts.json',
] as const;

const RulesFileSchema = Type.Object({
  rules: Type.Array(ProductOriginRuleSchema),
  notRead: Type.Array(NotReadRuleSchema),
});

export function readOriginTables(table: ReadTable<(typeof originTableFiles)[number]>): OriginTables {
  const { rules, notRead } = table('origin-rules.json', RulesFileSchema);
  return {
    agreements: table('origin-agreements.json', Type.Array(OriginAgreementSchema)),
    rules: [
      ...rules,
      ...table('origin-rules-read.json', Type.Array(ProductOriginRuleSchema)),
      ...table('marking-rules.json', Type.Array(ProductOriginRuleSchema)),
    ],
    notRead,
    renumberings: table('origin-renumberings.json', Type.Array(RenumberingSchema)),
    rulings: table('origin-rulings.json', Type.Array(RulingRowSchema)),
    meltScopes: table('melt-scopes.json', Type.Array(MeltScopeSchema)),
    marking: table('marking-facts.json', MarkingFactsSchema),
  };
}
