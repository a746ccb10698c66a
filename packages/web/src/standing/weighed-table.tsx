import type { Weighed } from '@portolan/parties';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import { Day, When } from '../ui/when.tsx';
import { attestationName } from './attestation-words.ts';
import { Reasons } from './reasons.tsx';
import { outcomeWords } from './words.ts';

function Outcome({ outcome }: Pick<Weighed, 'outcome'>) {
  const { words, tone, icon } = outcomeWords[outcome];
  return (
    <span className={`pill pill--${tone}`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}

/** Every attestation that was looked at, what it came to and why. */
export function WeighedTable({ attestations }: { attestations: readonly Weighed[] }) {
  return (
    <DataTable
      caption="Attestations and what each came to"
      captionHidden
      rows={attestations}
      rowKey={({ digest }) => digest}
      empty={<p>Nobody has attested anything yet. Ask a register, a tax authority or a bank first.</p>}
      columns={[
        { header: 'Attestation', cell: ({ type }) => attestationName(type) },
        { header: 'Signed by', cell: ({ issuerName }) => issuerName },
        { header: 'Signed', cell: ({ signedAt }) => <When at={signedAt} /> },
        {
          header: 'Counts until',
          cell: ({ countsUntil }) => (countsUntil ? <Day date={countsUntil} /> : 'does not count'),
        },
        { header: 'Outcome', cell: ({ outcome }) => <Outcome outcome={outcome} /> },
        {
          header: 'Why',
          cell: ({ reasons }) => (reasons.length > 0 ? <Reasons reasons={reasons} /> : 'nothing against it'),
        },
      ]}
    />
  );
}
