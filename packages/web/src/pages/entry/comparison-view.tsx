import type { ComparedField, Comparison } from '@portolan/filing';
import { provenanceWords } from '../../dossier/provenance-words.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';

function nameOf({ label, line, block }: ComparedField): string {
  const where = line === undefined ? label : `Line ${line}: ${label}`;
  return block === undefined ? where : `${where} (block ${block})`;
}

function Fields({ caption, fields }: { caption: string; fields: readonly ComparedField[] }) {
  return (
    <DataTable
      caption={caption}
      rows={fields}
      rowKey={({ pointer }) => pointer}
      empty={<p>None.</p>}
      columns={[
        { header: 'Field', cell: nameOf },
        { header: 'Filed', cell: ({ theirs }) => theirs ?? '–' },
        { header: 'Ours', cell: ({ ours }) => ours ?? '–' },
        {
          header: 'Ours from',
          cell: ({ provenance }) => (provenance ? provenanceWords[provenance].label : '–'),
        },
        { header: 'Keystrokes of theirs', numeric: true, cell: ({ keystrokes }) => keystrokes },
      ]}
    />
  );
}

const effort = ({ keystrokes, minutes }: Comparison['ours']) =>
  `${counted(keystrokes, 'keystroke')}, ${minutes} minutes`;

/** A summary really filed beside ours: what differs first, then the effort, then what is the same. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { fields, counts, theirs, ours, speed, tolerance, notCompared } = comparison;
  const apart = fields.filter(({ verdict }) => verdict !== 'same');
  const same = fields.filter(({ verdict }) => verdict === 'same');
  return (
    <>
      <Notice tone={apart.length === 0 ? 'good' : 'wait'}>
        {apart.length === 0
          ? 'Nothing differs.'
          : `${counted(apart.length, 'field')} of ${fields.length} differ: ${counts.different} say another thing, ${counts.onlyTheirs} only filed, ${counts.onlyOurs} only ours.`}
      </Notice>
      <Section title="What differs">
        <Fields caption="Fields that differ" fields={apart} />
      </Section>
      <Section title="Keystrokes and minutes">
        <Definitions
          items={[
            ['Keyed for the summary filed', effort(theirs)],
            ['Typed for ours', effort(ours)],
            [
              'Speed',
              `${groupDigits(speed.keystrokesPerHour)} keystrokes an hour (${speed.certainty}). ${speed.source}.`,
            ],
            ['Totals', `Less than $${tolerance.dollars} apart count as the same: ${tolerance.source}.`],
            ['Records not compared', notCompared.join(', ') || 'none'],
          ]}
        />
      </Section>
      <Section title="What is the same">
        <Fields caption="Fields that are the same" fields={same} />
      </Section>
    </>
  );
}
