import type { Standing } from '@portolan/parties';
import { Link, useSearchParams } from 'react-router';
import { LevelPill } from '../../standing/level-pill.tsx';
import { levelTone, levelWords, roleWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';

/** The level for each role that the policy rules; the role leads to the reasoning for it. */
export function RoleTable({ standings }: { standings: readonly Standing[] }) {
  const [search] = useSearchParams();
  const to = (role: string) => {
    const values = new URLSearchParams(search);
    values.set('role', role);
    return `?${values}`;
  };
  return (
    <DataTable
      caption="Level for each role"
      captionHidden
      rows={standings}
      rowKey={({ role }) => role}
      empty=""
      columns={[
        { header: 'Role', cell: ({ role }) => <Link to={to(role)}>{roleWords(role)}</Link> },
        {
          header: 'Level',
          cell: (one) => <LevelPill level={one.level} barred={one.barred} tone={levelTone(one)} />,
        },
        {
          header: 'What it means',
          cell: ({ level, levels }) =>
            levels.find(({ name }) => name === level)?.meaning ?? 'No level of the policy is reached.',
        },
        {
          header: 'From the evidence alone',
          cell: ({ computedLevel, override }) =>
            override ? `${levelWords(computedLevel)}; the agency set it itself` : levelWords(computedLevel),
        },
      ]}
    />
  );
}
