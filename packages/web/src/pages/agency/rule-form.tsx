import type { TargetingRule } from '@portolan/contract';
import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Section } from '../../ui/page.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ruleSubjects } from './rule-subjects.ts';

interface RuleDraft {
  name: string;
  subject: TargetingRule['subject'];
  value: string;
  weight: string;
  refers: boolean;
  from: string;
  reason: string;
}

function emptyRule(today: string): RuleDraft {
  return { name: '', subject: 'hts-prefix', value: '', weight: '20', refers: false, from: today, reason: '' };
}

/** Adding a targeting rule with the day it begins and the reason for it. */
export function RuleForm({ today }: { today: string }) {
  const [rule, setRule] = useState(() => emptyRule(today));
  const action = useAction();
  const announce = useAnnounce();
  const valueHint = ruleSubjects.find(([subject]) => subject === rule.subject)?.[2] ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...rule, weight: Number(rule.weight) };
    const done = await action.run(() => call<TargetingRule>('POST', '/api/targeting', body));
    if (!done) return;
    setRule(emptyRule(today));
    announce(`Rule ${done.name} added`);
  };
  return (
    <Section title="Add a rule">
      <ErrorSummary title="Not added" refusals={action.refusals} />
      <form onSubmit={submit}>
        <div className="field-row">
          <TextField
            id="field-name"
            label="Name"
            required
            value={rule.name}
            onChange={(name) => setRule({ ...rule, name })}
          />
          <SelectField
            id="field-subject"
            label="Looks at"
            value={rule.subject}
            options={ruleSubjects.map(([subject, words]) => [subject, words] as const)}
            onChange={(subject) => setRule({ ...rule, subject })}
          />
          <TextField
            id="field-value"
            label="Value"
            hint={valueHint}
            required
            value={rule.value}
            onChange={(value) => setRule({ ...rule, value })}
          />
          <TextField
            id="field-weight"
            label="Weight"
            hint="0 to 100"
            required
            value={rule.weight}
            onChange={(weight) => setRule({ ...rule, weight })}
          />
          <TextField
            id="field-from"
            label="From"
            type="date"
            required
            value={rule.from}
            onChange={(from) => setRule({ ...rule, from })}
          />
        </div>
        <Checkbox
          id="field-refers"
          name="refers"
          label="A hit alone sends the entry to an officer"
          checked={rule.refers}
          onChange={(event) => setRule({ ...rule, refers: event.target.checked })}
        />
        <TextField
          id="field-reason"
          label="Reason"
          required
          long
          value={rule.reason}
          onChange={(reason) => setRule({ ...rule, reason })}
        />
        <Button type="submit" disabled={action.busy}>
          Add the rule
        </Button>
      </form>
    </Section>
  );
}
