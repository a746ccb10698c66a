import type { Sourced } from '@portolan/filing';

interface Renumbering extends Sourced {
  /** Subheading that the rule is written in. */
  readonly rule: string;
  /** Subheading that the goods have in the schedule in force. */
  readonly schedule: string;
}

const row = (rule: string, schedule: string): Renumbering => ({
  rule,
  schedule,
  source: 'WCO correlation of the 2017 and 2022 Harmonized System, heading 6201',
  certainty: 'general',
});

/** Rules written in Harmonized System numbers older than the schedule in force. */
const RENUMBERED: readonly Renumbering[] = [
  row('620111', '620120'),
  row('620112', '620130'),
  row('620113', '620140'),
  row('620119', '620190'),
  row('620191', '620120'),
  row('620192', '620130'),
  row('620193', '620140'),
  row('620199', '620190'),
];

/** The subheadings that a rule may call a good of the schedule: its own number first, then older ones. */
export function ruleNumbers(hs6: string): string[] {
  return [hs6, ...RENUMBERED.filter(({ schedule }) => schedule === hs6).map(({ rule }) => rule)];
}
