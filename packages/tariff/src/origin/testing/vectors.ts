import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { Vector } from '../../value/testing/vector.ts';
import type { PreferenceInput } from '../input.ts';
import { determineMarking } from '../marking/determine.ts';
import { barrels, caftaQuestion, decide, foreign, kilograms, own, question, usd } from './questions.ts';

const outcome = (input: PreferenceInput) => () => {
  const { outcome: came, criterion } = decide(input);
  return criterion ? `${came} ${criterion}` : came;
};

/** A golf cart of 8703.10: 60 percent by transaction value. */
const cart = (nonOriginating: string) =>
  question('8703.10', [foreign('850131', nonOriginating)], {}, { method: 'TV' });

/** 100,000 barrels of heavy crude of Canada with diluent of unknown origin: condensate of 2709, or naphtha of 2710. */
const dilbit = (diluent: string, hs = '270900') =>
  question(
    '2709.00',
    [
      own('270900', '60', { country: 'CA', volume: barrels('60000') }),
      {
        id: 'diluent',
        description: 'diluent of unknown origin',
        hs,
        value: usd('40.00'),
        role: 'diluent' as const,
        volume: barrels(diluent),
      },
    ],
    { madeIn: 'CA', volume: barrels('100000') },
  );

/** Welded pipe of 7306: plate and strip partly of the region, 70 percent by weight asked. */
const pipe = (originating: string, other: string) =>
  question('7306.30', [
    own('720851', '30', { weight: kilograms(originating) }),
    foreign('720851', '30', { weight: kilograms(other) }),
  ]);

/** Liquefied natural gas: at most 49 percent by volume of other feedstock. */
const gas = (other: string) =>
  question(
    '2711.11',
    [own('271111', '50', { volume: barrels('100') }), foreign('271111', '40', { volume: barrels(other) })],
    { volume: barrels('100') },
  );

const WIRE_ROD = '721310';
/** Wire of 7217 with some rod that misses the change: 10 percent of the value is tolerated. */
const wire = (rod: string) => question('7217.10', [own('720711', '50'), foreign(WIRE_ROD, rod)]);

/** Published and computed cases of origin. */
export const originVectors: readonly Vector[] = [
  {
    title: 'transaction value 100, non-originating materials 40: 60.00 percent passes 60',
    source: 'arithmetic; 19 CFR part 182, appendix A, section 7(2)',
    certainty: 'computed',
    expected: 'originating B',
    computed: outcome(cart('40.00')),
  },
  {
    title: 'transaction value 100, non-originating materials 40.01: fails 60',
    source: 'arithmetic; 19 CFR part 182, appendix A, section 7(2)',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(cart('40.01')),
  },
  {
    title: 'crude with diluent of 40.000 percent of the volume',
    source: 'HTSUS GN 11(o) ch. 27; HQ H328199',
    certainty: 'published',
    expected: 'originating C',
    computed: outcome(dilbit('40000')),
  },
  {
    title: 'crude with diluent of 40.001 percent of the volume',
    source: 'HTSUS GN 11(o) ch. 27',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(dilbit('40001')),
  },
  {
    title: 'the same with naphtha of 2710, which changes heading: left to the agency',
    source: 'HTSUS GN 11(o) ch. 27 rule 6 and heading rule',
    certainty: 'computed',
    expected: 'undetermined',
    computed: outcome(dilbit('40001', '271012')),
  },
  {
    title: 'pipe of 70 percent originating steel by weight',
    source: 'HTSUS GN 11(o) ch. 73, 7305 to 7307 (b), from 1 July 2023',
    certainty: 'computed',
    expected: 'originating B',
    computed: outcome(pipe('70', '30')),
  },
  {
    title:
      'pipe of 69.99 percent originating steel by weight, content short of 75 percent: net cost could still show it',
    source: 'HTSUS GN 11(o) ch. 73, 7305 to 7307',
    certainty: 'computed',
    expected: 'undetermined',
    computed: outcome(pipe('69.99', '30.01')),
  },
  {
    title: 'liquefied gas with 49 percent of other feedstock',
    source: 'HTSUS GN 11(o) ch. 27 rule 8',
    certainty: 'computed',
    expected: 'originating B',
    computed: outcome(gas('49')),
  },
  {
    title: 'liquefied gas with 49.01 percent of other feedstock',
    source: 'HTSUS GN 11(o) ch. 27 rule 8',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(gas('49.01')),
  },
  {
    title: 'wire with rod that misses the change, 10 percent of its value',
    source: 'HTSUS GN 11(e)',
    certainty: 'computed',
    expected: 'originating B',
    computed: outcome(wire('10.00')),
  },
  {
    title: 'wire with rod that misses the change, 10.01 percent of its value',
    source: 'HTSUS GN 11(e)',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(wire('10.01')),
  },
  {
    title: 'chilies of Peru packed in Mexico: 0904.21 to 0904.21',
    source: 'HTSUS GN 11(o) ch. 9',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(question('0904.21', [foreign('090421', '60', { country: 'PE' })])),
  },
  {
    title: 'pineapple juice of Honduras from fresh pineapples of elsewhere',
    source: 'HTSUS GN 29(n) ch. 20 rule 24',
    certainty: 'computed',
    expected: 'originating',
    computed: outcome(caftaQuestion('2009.41', [foreign('080430', '60')])),
  },
  {
    title: 'orange juice of Honduras from oranges of elsewhere: except from 0805',
    source: 'HTSUS GN 29(n) ch. 20 rule 23',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(caftaQuestion('2009.11', [foreign('080510', '60')])),
  },
  {
    title: 'lighter of Honduras from foreign parts of 9613.90 worth 55 of 100: build-down 45.00 percent',
    source: 'HTSUS GN 29(f)(i)(A), GN 29(n) ch. 96 rule 15',
    certainty: 'computed',
    expected: 'originating',
    computed: outcome(caftaQuestion('9613.10', [foreign('961390', '55.00')])),
  },
  {
    title: 'the same with parts worth 55.01: build-down 44.99 percent, nothing for build-up',
    source: 'HTSUS GN 29(f)(i), GN 29(n) ch. 96 rule 15',
    certainty: 'computed',
    expected: 'not-originating',
    computed: outcome(caftaQuestion('9613.10', [foreign('961390', '55.01')])),
  },
  {
    title:
      'originating material bought in El Salvador for 100, of an adjusted value of 250: build-up 40.00 percent',
    source: '19 CFR 10.596(b), example 1; 10.595(c)',
    certainty: 'published',
    expected: '100.00 and 40.00',
    computed: () => {
      const bought = own('392690', '100.00', { country: 'SV' });
      const input = caftaQuestion('9613.10', [bought, foreign('961390', '100')], { value: usd('250.00') });
      const up = decide(input).content.find(({ method }) => method === 'build-up');
      return `${up?.materials?.amount} and ${up?.percent}`;
    },
  },
  {
    title: 'set with goods that do not originate worth 15 percent of it',
    source: '19 CFR 10.605',
    certainty: 'computed',
    expected: 'originating',
    computed: outcome(
      caftaQuestion(
        '8205.90',
        [
          own('820520', '85', { role: 'set-component', country: 'HN' }),
          foreign('820530', '15', { role: 'set-component' }),
        ],
        { set: true },
      ),
    ),
  },
  {
    title: 'control panel of 8537.10 from Mexico with Chinese boards: no rule at hand, the ruling is named',
    source: 'HQ H327583: such goods do not originate; the product rule is not in the table',
    certainty: 'published',
    expected: 'undetermined; HQ H327583',
    computed: () => {
      const result = decide(question('8537.10', [foreign('853400', '50')]));
      const ruling = result.tests.find(({ test }) => test === 'ruling');
      return `${result.outcome}; ${ruling?.cite}`;
    },
  },
  {
    title:
      'good of 8607.11 from parts of 8607.12 and steel: only the part of 8607.12 may impart essential character',
    source: '19 CFR 102.18(b)(1)(i), (iii)',
    certainty: 'published',
    expected: 'CN by 102.11(b)(1)',
    computed: () => {
      const result = expectOk(
        determineMarking(
          {
            date: '2026-06-12',
            good: { hs: '8607.11', description: 'driving bogie', madeIn: 'MX', value: usd('100.00') },
            materials: [foreign('860712', '50'), foreign('720851', '30', { country: 'KR' })],
            answers: { 'not-by-gri-2a': true },
          },
          worksheetTables,
        ),
      );
      return `${result.countries.join(', ')} by ${result.paragraph}`;
    },
  },
];
