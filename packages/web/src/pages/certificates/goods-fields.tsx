import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { fieldId } from '../../format/identifiers.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type CertificationForm, emptyGood, type GoodRow } from './certification.ts';

const FIELDS: readonly {
  member: keyof GoodRow;
  label: string;
  hint?: string;
  required?: boolean;
  only?: CertificationForm['agreement'];
}[] = [
  { member: 'description', label: 'Description', required: true },
  { member: 'hs6', label: 'HS code', hint: 'Six digits', required: true },
  { member: 'originCountry', label: 'Country of origin', hint: 'Two letters, such as MX', required: true },
  { member: 'criterion', label: 'Origin criterion', hint: 'A, B, C or D', only: 'USMCA' },
  { member: 'rule', label: 'Rule of origin', hint: 'As in general note 29', only: 'CAFTA-DR' },
  { member: 'lot', label: 'Lot' },
];

interface GoodsProps {
  agreement: CertificationForm['agreement'];
  goods: readonly GoodRow[];
  refusals: readonly Refusal[];
  onChange: (goods: readonly GoodRow[]) => void;
}

function Good(props: GoodsProps & { row: GoodRow; index: number }) {
  const { row, index, goods, refusals, agreement, onChange } = props;
  const change = (member: keyof GoodRow, value: string) =>
    onChange(goods.map((good, at) => (at === index ? { ...good, [member]: value } : good)));
  return (
    <fieldset className="good">
      <legend>Good {index + 1}</legend>
      <div className="field-row">
        {FIELDS.filter((field) => field.only === undefined || field.only === agreement).map(
          ({ member, only, ...field }) => (
            <TextField
              key={member}
              id={fieldId(`/goods/${index}/${member}`)}
              {...field}
              value={row[member]}
              error={refusals.find((refusal) => refusal.path === `/goods/${index}/${member}`)?.mend}
              onChange={(value) => change(member, value)}
            />
          ),
        )}
      </div>
      {goods.length > 1 && (
        <Button type="button" unstyled onClick={() => onChange(goods.filter((_, at) => at !== index))}>
          Take good {index + 1} out
        </Button>
      )}
    </fieldset>
  );
}

/** The goods certified, one group of fields each. */
export function GoodsFields(props: GoodsProps) {
  const rows = props.goods.map((row, index) => ({ row, index, key: `good-${index}` }));
  return (
    <>
      <h3>Goods</h3>
      {rows.map(({ row, index, key }) => (
        <Good key={key} {...props} row={row} index={index} />
      ))}
      <p>
        <Button
          type="button"
          outline
          className="button-small"
          onClick={() => props.onChange([...props.goods, emptyGood])}
        >
          Add a good
        </Button>
      </p>
    </>
  );
}
