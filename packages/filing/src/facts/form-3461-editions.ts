import { type Dated, inForce } from './fact.ts';

interface Form3461Edition extends Dated {
  readonly layout: 'of-1989' | 'cargo-release';
}

/** Layouts of form 3461. The day on which the later one took the place of the earlier is that of cargo release; the form itself names none. */
const EDITIONS: readonly Form3461Edition[] = [
  {
    layout: 'of-1989',
    from: '1989-01-01',
    until: '2016-05-27',
    source: 'CBP Form 3461 (01/89); Customs Directive 3550-29',
    certainty: 'general',
  },
  {
    layout: 'cargo-release',
    from: '2016-05-28',
    source: 'CBP Form 3461 as collected under OMB 1651-0024 (ICR 202511-1651-004), blocks 1 to 22',
    certainty: 'general',
  },
];

/** The layout of form 3461 in use on a day. */
export function form3461Layout(day: string): Form3461Edition['layout'] {
  return inForce(EDITIONS, day)?.layout ?? 'cargo-release';
}
