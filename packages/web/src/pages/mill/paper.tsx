import type { MillTestReport } from '@portolan/documents';
import { type PrintedGroup, printedCertificate } from '@portolan/programs';

function Group({ group }: { group: PrintedGroup }) {
  const fields = group.fields.map((field, index) => ({ ...field, key: `${field.code}-${index}` }));
  return (
    <section aria-label={group.title}>
      <h2>
        {group.group} {group.title}
      </h2>
      <dl className="paper-blocks">
        {fields.map(({ code, key, label, value }) => (
          <div key={key}>
            <dt>
              {code} {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A certificate in the field groups of EN 10168, as it is printed. */
export function MillPaper({ certificate }: { certificate: MillTestReport }) {
  const groups = printedCertificate(certificate).map((group, index) => ({ group, key: `group-${index}` }));
  return (
    <div className="paper">
      {groups.map(({ group, key }) => (
        <Group key={key} group={group} />
      ))}
    </div>
  );
}
