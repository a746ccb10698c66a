import type { TargetingRule } from '@portolan/contract';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { call } from '../../api/client.ts';
import { getAsMember } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';
import { ReasonStep } from './reason-step.tsx';
import { RuleForm } from './rule-form.tsx';
import { subjectWords } from './rule-subjects.ts';

export function loader({ request }: LoaderFunctionArgs): Promise<{ items: TargetingRule[] }> {
  return getAsMember(request, '/api/targeting');
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function End({ rule }: { rule: TargetingRule }) {
  const action = useAction();
  if (rule.until) return null;
  return (
    <ReasonStep
      id={rule.id}
      label="End"
      about={rule.name}
      action={action}
      onReason={(reason) =>
        action.run(() => call('POST', `/api/targeting/${rule.id}/end`, { until: today(), reason }))
      }
    />
  );
}

/** The dated rules that send entries to an officer, past and present. */
export function Component() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title="Targeting rules"
      lead="What sends an entry to an officer, and how much each hit weighs. Past decisions keep the rules of their day."
    >
      <Section title="Rules">
        <DataTable
          caption="Targeting rules"
          captionHidden
          rows={items}
          rowKey={(rule) => rule.id}
          empty={<p>No rule yet.</p>}
          columns={[
            { header: 'Rule', cell: (rule) => rule.name },
            { header: 'Looks at', cell: (rule) => `${subjectWords(rule.subject)}: ${rule.value}` },
            { header: 'Weight', numeric: true, cell: (rule) => rule.weight },
            { header: 'A hit alone refers', cell: (rule) => (rule.refers ? 'Yes' : 'No') },
            { header: 'From', cell: (rule) => <Day date={rule.from} /> },
            { header: 'Until', cell: (rule) => (rule.until ? <Day date={rule.until} /> : 'no end given') },
            {
              header: 'Reason',
              cell: (rule) => (
                <>
                  {rule.reason} <span className="muted small">{rule.by}</span>
                </>
              ),
            },
            { header: 'Change', cell: (rule) => <End rule={rule} /> },
          ]}
        />
      </Section>
      <RuleForm today={today()} />
    </Page>
  );
}
