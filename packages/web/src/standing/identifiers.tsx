import { businessIdentifierSchemes, type StandingIdentifier } from '@portolan/parties';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import { schemeWords } from './words.ts';

const STATES = {
  agreed: { words: 'Agreed', tone: 'good', icon: 'passed' },
  conflict: { words: 'In conflict', tone: 'bad', icon: 'warn' },
  constructed: { words: 'Constructed by the rule', tone: 'info', icon: 'info' },
} as const;

/** Whether an entry message may carry it as a Global Business Identifier (CBP, GBI test: records SE31 and SE51). */
function inMessages({ scheme, state }: StandingIdentifier): string {
  if (!(businessIdentifierSchemes as readonly string[]).includes(scheme)) return 'not a global identifier';
  return state === 'conflict' ? 'once the conflict is settled' : 'as global business identifier';
}

interface IdentifiersProps {
  identifiers: readonly StandingIdentifier[];
  nameOf: (digest: string) => string;
}

/** The identifiers that attesters link with a party, whether all agree, and whose word each rests on. */
export function Identifiers({ identifiers, nameOf }: IdentifiersProps) {
  return (
    <DataTable
      caption="Identifiers"
      captionHidden
      rows={identifiers}
      rowKey={({ scheme, value }) => `${scheme} ${value}`}
      empty={<p>No attestation that is believed carries an identifier.</p>}
      columns={[
        { header: 'Identifier', cell: ({ scheme }) => schemeWords(scheme) },
        { header: 'Value', cell: ({ value }) => <code className="break">{value}</code> },
        {
          header: 'State',
          cell: ({ state }) => (
            <span className={`pill pill--${STATES[state].tone}`}>
              <Icon name={STATES[state].icon} />
              {STATES[state].words}
            </span>
          ),
        },
        { header: 'In entry messages', cell: inMessages },
        {
          header: 'By',
          cell: ({ attestedBy }) => attestedBy.map(nameOf).join('; ') || '19 CFR part 102, appendix',
        },
      ]}
    />
  );
}
