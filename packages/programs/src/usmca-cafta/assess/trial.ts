import { receiptAtOnce } from '../../assess/thresholds.ts';
import type { Trial } from '../../assess/trial.ts';
import { legalRegister, policyRegister } from './registers.ts';

/** The trial of origin claims: what it must show to become the rule, fixed before it starts. */
export const trial: Trial = {
  program: 'usmca-cafta',
  title: 'Origin claims from signed evidence',
  hypothesis:
    'When the producer signs origin once and the entry is derived from the documents, trade keys nothing twice, the agency gets origin from its source, and wrong claims are caught before filing.',
  participants: [
    'importers',
    'customs brokers',
    'growers and makers in Mexico and Central America',
    'carriers',
    'import specialists',
  ],
  from: '2027-01-04',
  until: '2027-06-30',
  minimumCases: 30,
  thresholds: [
    {
      measure: 'fields-given-twice',
      label: 'Fields given twice in accepted filings',
      unit: 'fields',
      baseline: { value: 'every entry', source: '2018 assessment: data was keyed again in a second system' },
      direction: 'at-most',
      go: '0',
      stop: '5',
      reason: 'The second keying is what made the 2018 trial fail for trade.',
    },
    {
      measure: 'typed-share',
      label: 'Share of fields typed, not taken from evidence',
      unit: 'percent',
      baseline: { value: '100', source: 'an entry keyed from paper' },
      direction: 'at-most',
      go: '10',
      stop: '50',
      reason: 'Fields of an entry are derived; typing is the exception that is counted.',
    },
    receiptAtOnce('The receipt comes while the filer is still looking.'),
    {
      measure: 'caught-before-filing',
      label: 'Share of wrong claims caught before filing',
      unit: 'percent',
      baseline: { value: '0', source: 'today a wrong claim is found after entry, by Form 28' },
      direction: 'at-least',
      go: '80',
      stop: '20',
      reason: 'A mend before filing costs nobody a penalty.',
    },
    {
      measure: 'answer-days',
      label: 'Days to answer a request, median',
      unit: 'days',
      baseline: { value: '30', source: 'Form 28: 30 days' },
      direction: 'at-most',
      go: '10',
      stop: '30',
      reason: 'The request reaches importer, broker and holder at once.',
    },
    {
      measure: 'requests-answered',
      label: 'Share of requests answered in time',
      unit: 'percent',
      baseline: { value: 'not measured', source: 'brokers report lost letters; no public figure was found' },
      direction: 'at-least',
      go: '90',
      stop: '50',
      reason: 'No answer means that the agency decides on what it has.',
    },
  ],
  registers: { legal: [...legalRegister], policy: [...policyRegister] },
};
