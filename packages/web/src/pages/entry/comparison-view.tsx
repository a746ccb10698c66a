import type { ComparedField, ComparedLine, Comparison, Effort } from '@portolan/filing';
import { provenanceWords } from '../../dossier/provenance-words.ts';
import { counted, groupDigits } from '../../format/numbers.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';

function nameOf({ label, line, filedLine, block }: ComparedField): string {
  const own = line === undefined ? label : `Line ${line}: ${label}`;
  const where = line === undefined && filedLine !== undefined ? `Line ${filedLine} filed: ${label}` : own;
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

const effort = ({ fields, keystrokes, minutes }: Effort) =>
  `${counted(fields, 'field')}, ${counted(keystrokes, 'keystroke')}, ${minutes} minutes`;

/** Lines that stand elsewhere in the summary filed, and lines that one side alone has. */
function Places({ lines }: { lines: readonly ComparedLine[] }) {
  const told = lines.filter(({ ours, filed, moved }) => moved || ours === undefined || filed === undefined);
  if (told.length === 0) return null;
  return (
    <Section title="Lines that stand elsewhere, or on one side alone">
      <DataTable
        caption="Lines paired by what they say"
        captionHidden
        rows={told}
        rowKey={({ ours, filed }) => `${ours ?? ''}/${filed ?? ''}`}
        empty={<p>None.</p>}
        columns={[
          { header: 'Our line', cell: ({ ours }) => ours ?? 'none' },
          { header: 'Line filed', cell: ({ filed }) => filed ?? 'none' },
          { header: 'In common', cell: ({ by }) => by ?? 'nothing' },
        ]}
      />
    </Section>
  );
}

/** A summary really filed beside ours: what differs first, then the effort, then what is the same. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { fields, counts, lines, theirs, ours, speed, tolerance, notCompared } = comparison;
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
      <Places lines={lines} />
      <Section title="Keystrokes and minutes">
        <Definitions
          items={[
            ['Keyed for the summary filed', effort(theirs)],
            ['Typed for ours', effort(ours)],
            ...(ours.minutesOpen === undefined
              ? []
              : [['Draft open', `${ours.minutesOpen} minutes, recorded`] as const]),
            ['How theirs is known', theirs.how],
            ['How ours is known', ours.how],
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
