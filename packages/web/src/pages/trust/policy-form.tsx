import { type KindRule, kindWords, type Level, type Policy } from '@portolan/parties';
import { Checkbox } from '@trussworks/react-uswds';
import { fieldId } from '../../format/identifiers.ts';
import { levelWords, roleWords } from '../../standing/words.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NumberField } from './number-field.tsx';
import { withKind, withLevel } from './proposal.ts';

interface PolicyFormProps {
  policy: Policy;
  onChange: (policy: Policy) => void;
}

function HeadFields({ policy, onChange }: PolicyFormProps) {
  return (
    <div className="field-row">
      {(['id', 'version', 'title'] as const).map((member) => (
        <TextField
          key={member}
          id={fieldId(`/${member}`)}
          label={{ id: 'Policy', version: 'Version', title: 'Title' }[member]}
          required
          value={policy[member]}
          onChange={(value) => onChange({ ...policy, [member]: value })}
        />
      ))}
      <TextField
        id={fieldId('/effectiveFrom')}
        label="In force from"
        type="date"
        required
        value={policy.effectiveFrom}
        onChange={(effectiveFrom) => onChange({ ...policy, effectiveFrom })}
      />
    </div>
  );
}

function KindFields(props: { rule: KindRule; index: number; onChange: (change: Partial<KindRule>) => void }) {
  const { rule, index, onChange } = props;
  return (
    <fieldset className="good">
      <legend>{kindWords[rule.kind]}</legend>
      <div className="field-row">
        <NumberField
          id={fieldId(`/kinds/${index}/weight`)}
          label="Weight"
          value={rule.weight}
          onChange={(weight) => onChange({ weight })}
        />
        <NumberField
          id={fieldId(`/kinds/${index}/freshForDays`)}
          label="Counts for, in days"
          value={rule.freshForDays}
          onChange={(freshForDays) => onChange({ freshForDays })}
        />
      </div>
    </fieldset>
  );
}

function RequiredKinds({
  level,
  id,
  onChange,
}: {
  level: Level;
  id: string;
  onChange: (kinds: Level['requiredKinds']) => void;
}) {
  const { of, requiredKinds } = level;
  return (
    <details className="more">
      <summary>Among them has to be ({requiredKinds.length})</summary>
      {of.map((kind) => (
        <Checkbox
          key={kind}
          id={`${id}-${kind}`}
          name={`${id}-${kind}`}
          label={kindWords[kind]}
          checked={requiredKinds.includes(kind)}
          onChange={(event) =>
            onChange(
              event.target.checked
                ? [...requiredKinds, kind]
                : requiredKinds.filter((other) => other !== kind),
            )
          }
        />
      ))}
    </details>
  );
}

function LevelFields(props: {
  legend: string;
  path: string;
  level: Level;
  onChange: (change: Partial<Level>) => void;
}) {
  const { legend, path, level, onChange } = props;
  return (
    <fieldset className="good">
      <legend>{legend}</legend>
      <div className="field-row">
        <NumberField
          id={fieldId(`${path}/atLeast`)}
          label="Attestations"
          value={level.atLeast}
          onChange={(atLeast) => onChange({ atLeast })}
        />
        <NumberField
          id={fieldId(`${path}/minimumWeight`)}
          label="Weight together"
          value={level.minimumWeight}
          onChange={(minimumWeight) => onChange({ minimumWeight })}
        />
        <NumberField
          id={fieldId(`${path}/minimumAgeDays`)}
          label="Age, in days"
          value={level.minimumAgeDays}
          onChange={(minimumAgeDays) => onChange({ minimumAgeDays })}
        />
      </div>
      <RequiredKinds
        level={level}
        id={fieldId(`${path}/requiredKinds`)}
        onChange={(requiredKinds) => onChange({ requiredKinds })}
      />
    </fieldset>
  );
}

const WARN_OR_BAR = [
  ['warn', 'Warns'],
  ['bar', 'Bars'],
] as const;

function ConsequenceFields({ policy, onChange }: PolicyFormProps) {
  return (
    <div className="field-row">
      <SelectField
        id={fieldId('/suspendedAttester')}
        label="Word of an attester suspended since"
        value={policy.suspendedAttester}
        options={[
          ['discount', 'Is set aside'],
          ['keep', 'Counts on'],
        ]}
        onChange={(suspendedAttester) => onChange({ ...policy, suspendedAttester })}
      />
      <SelectField
        id={fieldId('/lookAlike')}
        label="A disguised name"
        value={policy.lookAlike}
        options={WARN_OR_BAR}
        onChange={(lookAlike) => onChange({ ...policy, lookAlike })}
      />
      <SelectField
        id={fieldId('/identifierConflict')}
        label="An identifier held by two"
        value={policy.identifierConflict}
        options={WARN_OR_BAR}
        onChange={(identifierConflict) => onChange({ ...policy, identifierConflict })}
      />
    </div>
  );
}

function ToleranceFields({ policy, onChange }: PolicyFormProps) {
  return (
    <div className="field-row">
      <NumberField
        id={fieldId('/backdatingDays')}
        label="Dated before signing, in days"
        value={policy.backdatingDays}
        onChange={(backdatingDays) => onChange({ ...policy, backdatingDays })}
      />
      <NumberField
        id={fieldId('/changeOfControlDays')}
        label="Counts after a change of control, in days"
        value={policy.changeOfControlDays}
        onChange={(changeOfControlDays) => onChange({ ...policy, changeOfControlDays })}
      />
      <NumberField
        id={fieldId('/collusion/controlPercent')}
        label="Control begins at, in percent"
        value={policy.collusion.controlPercent}
        onChange={(controlPercent) =>
          onChange({ ...policy, collusion: { ...policy.collusion, controlPercent } })
        }
      />
    </div>
  );
}

/** The numbers of a policy that is being tried. */
export function PolicyForm({ policy, onChange }: PolicyFormProps) {
  return (
    <>
      <HeadFields policy={policy} onChange={onChange} />
      <h3>Levels</h3>
      {policy.roles.map(({ role, levels }, roleAt) =>
        levels.map((level, at) => (
          <LevelFields
            key={`${role} ${level.name}`}
            legend={`${roleWords(role)}: ${levelWords(level.name)}`}
            path={`/roles/${roleAt}/levels/${at}`}
            level={level}
            onChange={(change) => onChange(withLevel(policy, roleAt, at, change))}
          />
        )),
      )}
      <details className="more">
        <summary>Kinds of attester</summary>
        {policy.kinds.map((rule, at) => (
          <KindFields
            key={rule.kind}
            rule={rule}
            index={at}
            onChange={(change) => onChange(withKind(policy, at, change))}
          />
        ))}
      </details>
      <details className="more">
        <summary>What is set aside, and what bars</summary>
        <ConsequenceFields policy={policy} onChange={onChange} />
        <ToleranceFields policy={policy} onChange={onChange} />
      </details>
    </>
  );
}
