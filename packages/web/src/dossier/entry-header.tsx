import { block7501, type DraftEntry } from '@portolan/filing';
import { Value } from './fact.tsx';
import { fieldLabel } from './field-label.ts';
import { headerFields } from './header-fields.tsx';

/** Fields that an entry of this kind may lack are shown only when it has them. */
const OPTIONAL = new Set([
  '/bond/surety',
  '/bond/type',
  '/portOfUnlading',
  '/foreignPortOfLading',
  '/conveyance',
  '/containers',
  '/consignee/number',
  '/fileNumber',
  '/paymentType',
  '/carriage',
]);

/** The head of the entry by the blocks of its form; each value opens where it comes from. */
export function EntryHeader({ entry }: { entry: DraftEntry }) {
  return (
    <dl className="blocks">
      {headerFields.map(({ pointer, show }) => {
        const value = show(entry);
        const label = fieldLabel(pointer);
        const block = block7501(pointer, entry.entryDate ?? '');
        if (value === undefined && OPTIONAL.has(pointer)) return null;
        return (
          <div key={pointer}>
            <dt>
              {block && (
                <span className="block-number">
                  <span className="usa-sr-only">Block </span>
                  {block}
                </span>
              )}
              {label}
            </dt>
            <dd>
              <Value pointer={pointer} label={label} value={value} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
