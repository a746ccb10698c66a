import { kindWords, type Level, type Policy } from '@portolan/parties';
import { levelWords, roleWords } from '../../standing/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Definitions } from '../../ui/definitions.tsx';

function list(words: readonly string[]): string {
  return words.join(', ') || 'none';
}

function Kinds({ policy }: { policy: Policy }) {
  return (
    <DataTable
      caption="What one attestation of each kind is worth"
      rows={policy.kinds}
      rowKey={({ kind }) => kind}
      empty=""
      columns={[
        { header: 'Kind', cell: ({ kind }) => kindWords[kind] },
        { header: 'Weight', numeric: true, cell: ({ weight }) => weight },
        { header: 'Counts for', numeric: true, cell: ({ freshForDays }) => `${freshForDays} days` },
        {
          header: 'Attester',
          cell: ({ accredited }) => (accredited ? 'accredited' : 'anchored by accredited attesters'),
        },
        { header: 'Methods', cell: ({ methods }) => (methods ? list(methods) : 'any') },
      ]}
    />
  );
}

function Levels({ role, levels }: { role: string; levels: readonly Level[] }) {
  return (
    <DataTable
      caption={`Levels: ${roleWords(role)}`}
      rows={levels}
      rowKey={({ name }) => name}
      empty=""
      columns={[
        { header: 'Level', cell: ({ name }) => levelWords(name) },
        { header: 'Meaning', cell: ({ meaning }) => meaning },
        { header: 'Attestations', cell: ({ atLeast, of }) => `${atLeast} of ${of.length} kinds` },
        {
          header: 'Among them',
          cell: ({ requiredKinds }) => list(requiredKinds.map((kind) => kindWords[kind])),
        },
        { header: 'Weight', numeric: true, cell: ({ minimumWeight }) => minimumWeight },
        { header: 'Age', numeric: true, cell: ({ minimumAgeDays }) => `${minimumAgeDays} days` },
        {
          header: 'Identifiers',
          cell: ({ identifiers }) => list(identifiers.map((schemes) => schemes.join(' or '))),
        },
      ]}
    />
  );
}

/** A policy in words: kinds, levels by role, and how word that is not independent is set aside. */
export function PolicyView({ policy }: { policy: Policy }) {
  const { collusion, backdatingDays, suspendedAttester, changeOfControlDays, lookAlike } = policy;
  const { controlPercent, ownershipDepth, ringLength, anchor } = collusion;
  const bars = (what: 'warn' | 'bar') => (what === 'bar' ? 'bars' : 'warns');
  return (
    <>
      <Kinds policy={policy} />
      {policy.roles.map(({ role, levels }) => (
        <Levels key={role} role={role} levels={levels} />
      ))}
      <Definitions
        items={[
          ['Control begins at', `${controlPercent} percent, followed ${ownershipDepth} steps up`],
          ['Rings are looked for', `up to ${ringLength} parties`],
          ['A trading partner counts', `when ${anchor.atLeast} accredited attestations stand behind it`],
          ['Dated before signing', `at most ${backdatingDays} days`],
          [
            'Attester suspended since',
            suspendedAttester === 'discount' ? 'its word is set aside' : 'what it signed before counts on',
          ],
          ['After a change of control', `earlier word counts for ${changeOfControlDays} days`],
          ['A disguised name', bars(lookAlike)],
          ['An identifier held by two', bars(policy.identifierConflict)],
          ['Recognizes', list(policy.recognizes)],
          ['Source', policy.source],
        ]}
      />
    </>
  );
}
