import type { OriginQuestion } from '@portolan/contract';

type Preference = NonNullable<OriginQuestion['preference']>;
type Good = Preference['good'];
export type Material = Preference['materials'][number];
type Transformation = NonNullable<OriginQuestion['transformation']>;
export type Operation = Transformation['operations'][number];
type Melt = NonNullable<OriginQuestion['melt']>;

/** What the form shows: one good and its materials, asked in up to four ways. */
export interface OriginForm {
  readonly date: string;
  readonly good: Good;
  readonly materials: readonly Material[];
  /** '' where preference is not asked. */
  readonly agreement: string;
  readonly through: string;
  readonly marking: boolean;
  readonly operations: readonly Operation[];
  readonly melt: Pick<
    Melt,
    'meltCountry' | 'pourCountry' | 'primarySmeltCountry' | 'secondarySmeltCountry' | 'castCountry'
  >;
  readonly asksMelt: boolean;
}

/** The form of a question; whatever of it the form does not show stays in the question. */
export function formOf({ preference, marking, transformation, melt }: OriginQuestion): OriginForm {
  const asked = preference ?? marking ?? transformation;
  const { date: _d, hs: _h, originCountry: _o, evidence: _e, ...countries } = melt ?? { date: '', hs: '' };
  return {
    date: asked?.date ?? melt?.date ?? '',
    good: asked?.good ?? { hs: melt?.hs ?? '', description: '', madeIn: '' },
    materials: asked?.materials ?? [],
    agreement: preference?.agreement ?? '',
    through: preference?.transit?.through.join(', ') ?? '',
    marking: marking !== undefined,
    operations: transformation?.operations ?? [],
    melt: countries,
    asksMelt: melt !== undefined,
  };
}

/** The question of a form; `before` keeps what the form does not show: rulings, inventories, transit papers. */
export function questionOf(form: OriginForm, before: OriginQuestion): OriginQuestion {
  const { date, good } = form;
  const materials = [...form.materials];
  const same = { date, good, materials };
  const { preference, marking, transformation, melt } = before;
  const asksTransformation = form.operations.length > 0 || transformation?.determination !== undefined;
  return {
    ...(form.agreement === ''
      ? {}
      : {
          preference: { ...preference, agreement: form.agreement, ...same, ...transitOf(form, preference) },
        }),
    ...(form.marking ? { marking: { ...marking, ...same } } : {}),
    ...(asksTransformation
      ? { transformation: { ...transformation, ...same, operations: [...form.operations] } }
      : {}),
    ...(form.asksMelt
      ? { melt: { ...evidenceOf(melt), ...form.melt, date, hs: good.hs, originCountry: good.madeIn } }
      : {}),
  };
}

function evidenceOf(melt: Melt | undefined): Pick<Melt, 'evidence'> {
  return melt?.evidence ? { evidence: melt.evidence } : {};
}

function transitOf({ through }: OriginForm, before: Preference | undefined): Pick<Preference, 'transit'> {
  const countries = through.split(/[\s,;]+/).filter((country) => country !== '');
  if (countries.length === 0 && !before?.transit) return {};
  return { transit: { ...before?.transit, through: countries.map((country) => country.toUpperCase()) } };
}
