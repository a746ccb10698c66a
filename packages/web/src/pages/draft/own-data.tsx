import type { Draft } from '@portolan/contract';
import { formatMoney } from '../../format/numbers.ts';
import { Section } from '../../ui/page.tsx';

/** What tariff data that the own organization imported would make of the draft; the draft itself does not use it. */
export function OwnData({ own, total }: { own: NonNullable<Draft['ownData']>; total: string | undefined }) {
  return (
    <Section title="With your data" id="own-data">
      <p>
        Your data; the agency decides with its own. What your organization imported changes nothing above and
        is not filed.
      </p>
      <ul>
        {own.items.map(({ name, title }) => (
          <li key={name}>{title}</li>
        ))}
      </ul>
      <p>{outcome(own.total, total)}</p>
      {own.answers.length > 0 && <p>Of the open questions above it would answer {own.answers.length}.</p>}
    </Section>
  );
}

function outcome(own: string | undefined, total: string | undefined): string {
  if (own === undefined) return 'With it no duty can be computed.';
  if (total === undefined) return `With it duty and fees would come to ${formatMoney(own)}.`;
  if (own === total) return `With it duty and fees come to the same, ${formatMoney(own)}.`;
  return `With it duty and fees would come to ${formatMoney(own)} instead of ${formatMoney(total)}.`;
}
