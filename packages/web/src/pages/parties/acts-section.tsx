import type { OversightAct } from '@portolan/parties';
import { call } from '../../api/client.ts';
import { actWords } from '../../standing/act-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { useAction } from '../../ui/use-action.ts';
import { When } from '../../ui/when.tsx';
import { ReasonStep } from '../agency/reason-step.tsx';

/** What a party may ask the agency to look at again. */
const APPEALABLE: readonly OversightAct['act'][] = ['override', 'suspend', 'accredit'];

function Appeal({ against, agency, about }: { against: string; agency: string; about: string }) {
  const action = useAction();
  return (
    <ReasonStep
      id={`appeal-${against}`.replaceAll(/[^\w-]+/g, '-')}
      label="Appeal"
      about={about}
      action={action}
      onReason={(reason) =>
        action.run(() => call('POST', '/api/oversight/appeals', { against, reason, agency }))
      }
    />
  );
}

interface ActsSectionProps {
  acts: readonly OversightAct[];
  /** Agency by whose policy the standing was asked. */
  agency: string;
  /** True for the own organization, which may appeal. */
  own: boolean;
}

/** What agencies did about a party, and asking them to look again. */
export function ActsSection({ acts, agency, own }: ActsSectionProps) {
  const appeal = { header: 'Ask again', cell: (act: OversightAct) => <AppealOf act={act} /> };
  return (
    <Section
      title="Oversight"
      id="oversight"
      aside={own && <Appeal against="standing" agency={agency} about="the standing itself" />}
    >
      <DataTable
        caption="Acts of oversight about this party"
        captionHidden
        rows={acts}
        rowKey={({ id }) => id}
        empty={<p>No agency has done anything about this party.</p>}
        columns={[
          { header: 'When', cell: ({ at }) => <When at={at} /> },
          { header: 'What', cell: actWords },
          { header: 'By', cell: ({ by }) => by },
          { header: 'Reason', cell: ({ reason }) => reason },
          ...(own ? [appeal] : []),
        ]}
      />
    </Section>
  );
}

function AppealOf({ act }: { act: OversightAct }) {
  if (!APPEALABLE.includes(act.act)) return null;
  return <Appeal against={act.id} agency={act.agency} about={actWords(act)} />;
}
