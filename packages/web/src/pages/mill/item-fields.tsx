import type { Refusal } from '@portolan/kernel';
import { Button } from '@trussworks/react-uswds';
import { Section } from '../../ui/page.tsx';
import { type CertificateForm, emptyItem } from './certificate-form.ts';
import { itemSpecs } from './certificate-specs.ts';
import { Fields } from './fields.tsx';

interface ItemsProps {
  form: CertificateForm;
  refusals: readonly Refusal[];
  onChange: (form: CertificateForm) => void;
}

/** The items of a certificate, one group of fields each. */
export function ItemFields({ form, refusals, onChange }: ItemsProps) {
  const { items } = form;
  const rows = items.map((item, index) => ({ item, index, key: `item-${index}` }));
  const change = (next: typeof items) => onChange({ ...form, items: next });
  return (
    <Section title="Items">
      {rows.map(({ item, index, key }) => (
        <fieldset className="good" key={key}>
          <legend>Item {index + 1}</legend>
          <Fields
            specs={itemSpecs(`/items/${index}`)}
            form={item}
            refusals={refusals}
            onChange={(changed) => change(items.map((one, at) => (at === index ? changed : one)))}
          />
          {items.length > 1 && (
            <Button type="button" unstyled onClick={() => change(items.filter((_, at) => at !== index))}>
              Take item {index + 1} out
            </Button>
          )}
        </fieldset>
      ))}
      <p>
        <Button
          type="button"
          outline
          className="button-small"
          onClick={() => change([...items, { ...emptyItem }])}
        >
          Add an item
        </Button>
      </p>
    </Section>
  );
}
