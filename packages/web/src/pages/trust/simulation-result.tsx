import type { Simulation } from '@portolan/parties';
import { counted } from '../../format/numbers.ts';
import { LevelPill } from '../../standing/level-pill.tsx';
import { PartyLink } from '../../standing/party-link.tsx';
import { levelWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';

/** "This policy would change 41 standings: these". */
export function simulationWords({ changes, compared }: Simulation): string {
  const among = `of ${counted(compared, 'standing')} compared`;
  if (changes.length === 0) return `This policy would change no standing, ${among}.`;
  const these = changes.length === 1 ? 'this one' : 'these';
  return `This policy would change ${counted(changes.length, 'standing')} ${among}: ${these}.`;
}

/** What a policy would do: how many reach each level, and whom it would change, from what to what and why. */
export function SimulationResult({ simulation }: { simulation: Simulation }) {
  return (
    <Section title="What it would change">
      <p role="status">
        <strong>{simulationWords(simulation)}</strong>
      </p>
      <DataTable
        caption="How many reach each level"
        rows={simulation.levels}
        rowKey={({ level }) => level}
        empty={<p>Your organization holds no attestation about anybody.</p>}
        columns={[
          { header: 'Level', cell: ({ level }) => levelWords(level) },
          { header: 'Now', numeric: true, cell: ({ before }) => before },
          { header: 'With this policy', numeric: true, cell: ({ after }) => after },
        ]}
      />
      <DataTable
        caption="Standings that would change"
        rows={simulation.changes}
        rowKey={({ subject }) => subject}
        empty={<p>Nobody’s standing would change.</p>}
        columns={[
          { header: 'Party', cell: ({ subject, name }) => <PartyLink did={subject} name={name} /> },
          { header: 'Now', cell: ({ from }) => <LevelPill level={from} barred={false} /> },
          {
            header: 'With this policy',
            cell: ({ to, direction }) => <LevelPill level={to} barred={direction === 'barred'} />,
          },
          {
            header: 'Why',
            cell: ({ reasons }) => (
              <ul className="plain">
                {reasons.map(({ code, message }) => (
                  <li key={code + message}>{message}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}
