import type { getEntryStandings } from '@portolan/contract';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Static } from 'typebox';
import { get, Refused } from '../../api/client.ts';
import { LevelPill } from '../../standing/level-pill.tsx';
import { partyPath } from '../../standing/party-link.tsx';
import { levelTone, roleWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';

type Standings = Static<(typeof getEntryStandings)['response']>;

/** Reads the standings beside the dossier, which does not wait for them; undefined while they come. */
function useStandings(entryNumber: string): Standings | Refused | undefined {
  const [answer, setAnswer] = useState<Standings | Refused>();
  useEffect(() => {
    const leaving = new AbortController();
    get<Standings>(`/api/entries/${entryNumber}/standings`, leaving.signal).then(
      setAnswer,
      (error: unknown) => {
        if (error instanceof Refused) setAnswer(error);
        else if (!leaving.signal.aborted) throw error;
      },
    );
    return () => leaving.abort();
  }, [entryNumber]);
  return answer;
}

/** The standing of each party of an entry as of when it mattered: when it was filed. */
export function EntryStandings({ entryNumber }: { entryNumber: string }) {
  const answer = useStandings(entryNumber);
  return (
    <Section title="Parties" id="parties">
      {answer === undefined && <p className="muted">Computing the standings…</p>}
      {answer instanceof Refused && (
        <p>
          {answer.refusals[0]?.message} <span className="muted">{answer.refusals[0]?.mend}</span>
        </p>
      )}
      {answer !== undefined && !(answer instanceof Refused) && <Parties standings={answer} />}
    </Section>
  );
}

function Parties({ standings: { asOf, items } }: { standings: Standings }) {
  const card = (did: string, role: string) =>
    `${partyPath(did)}?role=${role}&asOf=${encodeURIComponent(asOf)}`;
  return (
    <>
      <p className="muted">
        As of <When at={asOf} />, when it was filed.
      </p>
      <DataTable
        caption="Standing of each party when the entry was filed"
        captionHidden
        rows={items}
        rowKey={({ role, did }) => `${role} ${did}`}
        empty={<p>No party of this entry is named by an identifier that a standing could be asked for.</p>}
        columns={[
          { header: 'Party', cell: ({ did, name, role }) => <Link to={card(did, role)}>{name}</Link> },
          { header: 'Role', cell: ({ role }) => roleWords(role) },
          {
            header: 'Standing',
            cell: ({ standing }) => (
              <LevelPill level={standing.level} barred={standing.barred} tone={levelTone(standing)} />
            ),
          },
          {
            header: 'Next gap',
            cell: ({ standing }) => standing.wouldRaise[0]?.message ?? 'none',
          },
        ]}
      />
    </>
  );
}
