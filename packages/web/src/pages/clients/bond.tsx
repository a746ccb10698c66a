import type { Client } from '@portolan/contract';
import { bondWords } from '../../format/codes.ts';
import { groupDigits } from '../../format/numbers.ts';
import { Icon } from '../../ui/icon.tsx';

/** A client's bond, and whether it covers a year of duties, taxes and fees. */
export function Bond({ client: { bondType, bondAmount, surety, sufficiency } }: { client: Client }) {
  return (
    <>
      {bondWords(bondType)}
      {surety && `, surety ${surety}`}
      {bondAmount && `, $${groupDigits(bondAmount)}`}{' '}
      {sufficiency && (
        <span className={`pill pill--${sufficiency.sufficient ? 'good' : 'bad'}`}>
          <Icon name={sufficiency.sufficient ? 'passed' : 'refuse'} />
          {sufficiency.sufficient ? 'Sufficient' : `Needs $${groupDigits(sufficiency.needed)}`}
        </span>
      )}
    </>
  );
}
