import { type ArticleKind, articleKinds, type Casting, castings } from '@portolan/documents';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CertificateForm } from './certificate-form.ts';

interface ArticleProps {
  form: CertificateForm;
  onChange: (form: CertificateForm) => void;
}

const plain = (name: string) => name.replaceAll('-', ' ');
const KINDS: readonly (readonly ['' | ArticleKind, string])[] = [
  ['', 'Not chosen'],
  ...[...articleKinds].sort().map((kind) => [kind, plain(kind)] as const),
];
const CASTINGS: readonly (readonly [Casting, string])[] = castings.map((name) => [
  name,
  name === 'none' ? 'Not cast' : plain(name),
]);

/** What the headings of articles of iron or steel tell apart: what it is, of what it was cast, and how much it holds. */
export function ArticleFields({ form, onChange }: ArticleProps) {
  return (
    <div className="field-row">
      <SelectField
        id="f-product-article"
        label="Kind of article"
        value={form.article}
        options={KINDS}
        onChange={(article) => onChange({ ...form, article })}
      />
      <SelectField
        id="f-product-cast"
        label="Cast of"
        value={form.cast}
        options={CASTINGS}
        onChange={(cast) => onChange({ ...form, cast })}
      />
      <TextField
        id="f-product-capacity"
        label="Holds (liters)"
        value={form.capacity}
        onChange={(capacity) => onChange({ ...form, capacity })}
      />
    </div>
  );
}
