import type { Refusal } from '@portolan/kernel';
import { Reasons } from '../../standing/reasons.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LongId } from '../../ui/long-id.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Day } from '../../ui/when.tsx';
import { wordsOfPower } from '../authority/words.ts';

/** What an act came to when its credentials were looked at. */
export interface Judged {
  allowed: boolean;
  refusals: Refusal[];
  chain: {
    number: string;
    grantor: string;
    grantee: string;
    powers: string[];
    from: string;
    until?: string;
  }[];
}

/** Whether an act may be done, by which powers, or why not. */
export function JudgedAuthority({ judged: { allowed, refusals, chain } }: { judged: Judged }) {
  return (
    <Section title="Authority">
      <Notice tone={allowed ? 'good' : 'bad'}>
        {allowed ? 'It may be done.' : 'It may not be done, for the reasons below.'}
      </Notice>
      {refusals.length > 0 && <Reasons reasons={refusals} />}
      {chain.length > 0 && (
        <DataTable
          caption="The powers it rests on, the first one first"
          rows={chain}
          rowKey={({ number }) => number}
          empty={null}
          columns={[
            { header: 'Number', cell: ({ number }) => number },
            { header: 'From whom', cell: ({ grantor }) => <LongId value={grantor} label="who gave it" /> },
            { header: 'To whom', cell: ({ grantee }) => <LongId value={grantee} label="who got it" /> },
            { header: 'May', cell: ({ powers }) => powers.map(wordsOfPower).join(', ') },
            {
              header: 'Days',
              cell: ({ from, until }) => (
                <>
                  <Day date={from} />
                  {until && (
                    <>
                      {' to '}
                      <Day date={until} />
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
