import type { RequestTemplate } from '../../request-template.ts';
import { PRODUCER_LIST_QUESTION } from '../rules/producer.ts';

/** Calendar days to answer a request for information, counted from the day it is sent (CBP Form 28). */
const DAYS = 30;
const FORM = 'CBP Form 28; 19 CFR 151.11, 163.6(a)';

/** Requests for information, one for each subject; the questions are our own words. */
export const requestTemplates: readonly RequestTemplate[] = [
  {
    id: 'classification',
    subject: 'classification',
    title: 'What the goods are',
    explanation: 'The tariff number of this line is being looked at.',
    questions: [
      {
        id: 'composition',
        text: 'What are the goods made of, by weight or value?',
        wants: 'text',
        field: '/description',
      },
      { id: 'use', text: 'What are they used for, and in what state are they imported?', wants: 'text' },
      { id: 'literature', text: 'Which specification, label or picture shows the goods?', wants: 'document' },
      {
        id: 'reasons',
        text: 'Why was this tariff number chosen, and which ruling was relied on?',
        wants: 'text',
        field: '/hts',
      },
    ],
    holders: ['manufacturer'],
    confidentialAnswer: true,
    days: DAYS,
    cite: FORM,
  },
  {
    id: 'value',
    subject: 'value',
    title: 'What was paid for the goods',
    explanation: 'The entered value of this line is being looked at.',
    questions: [
      {
        id: 'payment',
        text: 'Which record shows what was paid, to whom and when?',
        wants: 'document',
        field: '/enteredValue',
      },
      {
        id: 'terms',
        text: 'Which freight and insurance does the price include, and on which bills?',
        wants: 'document',
        field: '/charges',
      },
      {
        id: 'additions',
        text: 'Were assists, royalties, commissions, packing or later proceeds paid beside the price?',
        wants: 'text',
      },
      {
        id: 'relation',
        text: 'How are buyer and seller related, and did the relation touch the price?',
        wants: 'text',
        field: '/relatedParties',
      },
    ],
    holders: ['importer'],
    confidentialAnswer: true,
    days: DAYS,
    cite: `${FORM}; 19 CFR 152.103`,
  },
  {
    id: 'origin',
    subject: 'origin',
    title: 'Where the goods come from',
    explanation: 'The country of origin of this line is being looked at.',
    questions: [
      {
        id: 'places',
        text: 'Where was each step of growing or making done, and by whom?',
        wants: 'text',
        field: '/originCountry',
      },
      {
        id: 'records',
        text: 'Which harvest, production or receiving record shows it for this lot?',
        wants: 'document',
      },
      {
        id: 'quantity',
        text: 'How much did the place produce in the period, and how much of it was sold here?',
        wants: 'quantity',
        field: '/quantities',
      },
      { id: 'marking', text: 'How are the goods marked with their origin?', wants: 'text' },
    ],
    holders: ['manufacturer', 'certifier'],
    confidentialAnswer: true,
    days: DAYS,
    cite: `${FORM}; 19 CFR 134.1`,
  },
  {
    id: 'preference-claim',
    subject: 'preference-claim',
    title: 'Why the goods originate',
    explanation: 'The preference claimed on this line is being looked at.',
    questions: [
      {
        id: 'criterion',
        text: 'By which criterion or rule does the good originate, and how is it met?',
        wants: 'text',
        field: '/spi',
      },
      {
        id: 'materials',
        text: 'Which materials went into it, from where, under which tariff numbers and at what value?',
        wants: 'document',
      },
      {
        id: 'records',
        text: 'Which growing, harvest or production records show it for the lots shipped?',
        wants: 'document',
      },
      {
        id: PRODUCER_LIST_QUESTION,
        text: 'Who are the producers that the certification names as "Various"?',
        wants: 'document',
        field: '/certificate',
      },
      {
        id: 'transit',
        text: 'Which papers show the route and the customs control on the way?',
        wants: 'document',
      },
    ],
    holders: ['certifier', 'manufacturer'],
    confidentialAnswer: true,
    days: DAYS,
    cite: '19 CFR 182.72, 182.13(a)(3); 19 CFR 10.616',
  },
  {
    id: 'antidumping-countervailing',
    subject: 'antidumping-countervailing',
    title: 'Whether a dumping or subsidy order covers the goods',
    explanation: 'The line may fall within the scope of an order.',
    questions: [
      {
        id: 'scope',
        text: 'Which properties take the goods inside or outside the words of the order?',
        wants: 'text',
        field: '/description',
      },
      {
        id: 'producer',
        text: 'Who produced and who exported the goods, and under which case numbers?',
        wants: 'text',
        field: '/manufacturer',
      },
      { id: 'certificate', text: 'Which mill or test record shows the properties?', wants: 'document' },
      { id: 'reimbursement', text: 'Was any duty reimbursed by producer or exporter?', wants: 'document' },
    ],
    holders: ['manufacturer', 'importer'],
    confidentialAnswer: true,
    days: DAYS,
    cite: `${FORM}; 19 CFR 351.402(f)`,
  },
  {
    id: 'sample',
    subject: 'sample',
    title: 'A sample of the goods',
    explanation: 'The laboratory needs a sample to tell what the goods are.',
    questions: [
      {
        id: 'sample',
        text: 'Send a sample that stands for the whole line, with its lot number.',
        wants: 'sample',
      },
      { id: 'handling', text: 'How must the sample be kept and handled?', wants: 'text' },
      { id: 'return', text: 'Is the sample to be returned, and to which address?', wants: 'text' },
    ],
    holders: ['importer'],
    confidentialAnswer: false,
    days: DAYS,
    cite: '19 CFR 151.10, 151.11',
  },
];

/** The template of an id; undefined where there is none. */
export function requestTemplate(id: string): RequestTemplate | undefined {
  return requestTemplates.find((template) => template.id === id);
}
