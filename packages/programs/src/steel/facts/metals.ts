import type { MetalFacts } from './metal.ts';

const RECORD_54 = 'CATAIR entry summary, record 54 (July 2026)';
const FORM = 'CBP form 7501 of 10/25, blocks 21 to 24';
const ABI = 'CSMS 61787604 as reported (nnrglobal.com); GovDelivery bulletin 3baf074';

const steel: MetalFacts = {
  metal: 'steel',
  name: 'Steel',
  base: 'Fe',
  primary: [
    ['720610', '721650'],
    ['721699', '730110'],
    ['730210', '730210'],
    ['730240', '730290'],
    ['730410', '730690'],
  ],
  articles: [
    ['720600', '722999'],
    ['730100', '732699'],
  ],
  analysed: [['720100', '730799']],
  stages: [
    { stage: 'melt', label: 'Country of melt', required: true, block: '21' },
    { stage: 'pour', label: 'Country of pour', required: true, block: '21' },
  ],
  declaration: {
    type: '08',
    name: 'Steel melt and pour',
    fields: [
      { name: 'countryOfMeltAndPourCode', start: 5, length: 2, stage: 'melt', says: 'country' },
      { name: 'countryOfMeltAndPourApplicabilityCode', start: 7, length: 3, stage: 'melt', says: 'word' },
    ],
    source: RECORD_54,
    certainty: 'verified',
  },
  licence: {
    type: '01',
    system: 'Steel Import Monitoring and Analysis (SIMA)',
    from: '2020-10-13',
    daysValid: 75,
    lowValueDollars: 5000,
    tolerance: {
      mass: '0',
      value: '0',
      source: 'no published tolerance was found; set by policy',
      certainty: 'open',
    },
    source: '19 CFR part 360',
    certainty: 'general',
  },
  tensile: { least: '200', most: '2600', source: 'range of commercial steels', certainty: 'general' },
  classified: true,
  source: `${ABI}; ${FORM}`,
  certainty: 'verified',
};

const smelted = [
  { stage: 'primary-smelt', label: 'Primary country of smelt', required: true, block: '22' },
  { stage: 'secondary-smelt', label: 'Secondary country of smelt', required: false, block: '23' },
  { stage: 'cast', label: 'Country of most recent cast', required: true, block: '24' },
] as const;

const aluminum: MetalFacts = {
  metal: 'aluminum',
  name: 'Aluminum',
  base: 'Al',
  primary: [
    ['760100', '760199'],
    ['760400', '760999'],
    ['761699', '761699'],
  ],
  articles: [['760100', '761699']],
  analysed: [],
  stages: smelted,
  declaration: {
    type: '07',
    name: 'Aluminum smelt and cast',
    fields: [
      {
        name: 'primaryCountryOfSmeltApplicabilityCode',
        start: 5,
        length: 1,
        stage: 'primary-smelt',
        says: 'applies',
      },
      { name: 'primaryCountryOfSmeltCode', start: 8, length: 2, stage: 'primary-smelt', says: 'country' },
      {
        name: 'secondaryCountryOfSmeltApplicabilityCode',
        start: 10,
        length: 1,
        stage: 'secondary-smelt',
        says: 'applies',
      },
      {
        name: 'secondaryCountryOfSmeltCode',
        start: 13,
        length: 2,
        stage: 'secondary-smelt',
        says: 'country',
      },
      { name: 'countryOfCastCode', start: 15, length: 2, stage: 'cast', says: 'country' },
    ],
    source: RECORD_54,
    certainty: 'verified',
  },
  licence: {
    type: '28',
    system: 'Aluminum Import Monitoring and Analysis (AIM)',
    from: '2021-06-28',
    daysValid: 75,
    lowValueDollars: 5000,
    tolerance: {
      mass: '0',
      value: '0',
      source: 'no published tolerance was found; set by policy',
      certainty: 'open',
    },
    source: '19 CFR part 361',
    certainty: 'general',
  },
  tensile: { least: '40', most: '800', source: 'range of commercial aluminum alloys', certainty: 'general' },
  classified: false,
  source: `19 CFR part 361; ${FORM}`,
  certainty: 'general',
};

const copper: MetalFacts = {
  metal: 'copper',
  name: 'Copper',
  base: 'Cu',
  primary: [['740600', '741999']],
  articles: [['740600', '741999']],
  analysed: [],
  stages: smelted.map(({ stage, label, required }) => ({ stage, label, required })),
  declaration: {
    type: '12',
    name: 'Copper smelt and cast',
    fields: [
      {
        name: 'primaryCountryOfSmeltCode',
        start: 5,
        length: 3,
        stage: 'primary-smelt',
        says: 'country-or-word',
      },
      {
        name: 'secondaryCountryOfSmeltCode',
        start: 10,
        length: 3,
        stage: 'secondary-smelt',
        says: 'country-or-word',
      },
      { name: 'countryOfMostRecentCastCode', start: 15, length: 3, stage: 'cast', says: 'country-or-word' },
    ],
    source: RECORD_54,
    certainty: 'verified',
  },
  tensile: { least: '150', most: '1600', source: 'range of commercial copper alloys', certainty: 'general' },
  classified: false,
  source: RECORD_54,
  certainty: 'general',
};

/** Every metal that the program knows. */
export const metals: readonly MetalFacts[] = [steel, aluminum, copper];
