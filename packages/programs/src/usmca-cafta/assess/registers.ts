import type { RegisterQuestion } from '../../assess/trial.ts';

/** Questions of law that the trial has to answer before it may become the rule. */
export const legalRegister: readonly RegisterQuestion[] = [
  {
    id: 'electronic-signature',
    question: 'Does a data integrity proof count as the signature of a certification of origin?',
    citation: '19 CFR 182.12(b)(9); 15 U.S.C. 7001',
    answer:
      'The certification may be electronic and needs no set form; that this proof satisfies it is to be confirmed.',
    owner: 'Agency counsel',
    status: 'open',
  },
  {
    id: 'direct-disclosure',
    question: 'May a producer show evidence to the agency alone?',
    citation: '19 CFR 182.13(a)(3)',
    answer: 'Yes: exporter or producer may send supporting evidence directly to the agency on request.',
    owner: 'Agency counsel',
    status: 'answered',
  },
  {
    id: 'trade-secrets',
    question: 'How are prices, recipes and suppliers protected when they reach the agency this way?',
    citation: '18 U.S.C. 1905; 19 CFR 103.34',
    owner: 'Agency counsel',
    status: 'open',
  },
  {
    id: 'authority',
    question: 'Under which authority does the agency take entries from a node during the trial?',
    citation: '19 U.S.C. 1411-1414; 19 CFR 101.9(b)',
    owner: 'Agency counsel',
    status: 'open',
  },
  {
    id: 'privacy',
    question: 'Which personal data of signatories and contacts is kept, and under which notice?',
    citation: '5 U.S.C. 552a',
    owner: 'Privacy office',
    status: 'open',
  },
];

/** Questions of policy. */
export const policyRegister: readonly RegisterQuestion[] = [
  {
    id: 'data-ownership',
    question: 'Who owns what the parties send, and who may use it for what?',
    citation:
      'COAC trade modernization recommendations; comments of the National Customs Brokers association',
    answer:
      'Nothing is shared; a party sends, the receiver keeps its copy. Further use needs a rule of its own.',
    owner: 'Trade policy',
    status: 'open',
  },
  {
    id: 'retention',
    question: 'How long does the agency keep evidence and receipts?',
    citation: '19 CFR 163.4; 44 U.S.C. 3301',
    owner: 'Records officer',
    status: 'open',
  },
  {
    id: 'governance',
    question: 'Who accredits attesters of roles, and how is one suspended?',
    citation: 'HQ H287731 (role of the certifier)',
    owner: 'Trade policy',
    status: 'open',
  },
  {
    id: 'single-window',
    question: 'How does the trial avoid a second keying beside the system in use?',
    citation: 'Assessment of the 2018 proof of concept: data was keyed again in a second system',
    answer: 'The entry is derived from the documents; what was given twice is measured, target 0.',
    owner: 'Operations',
    status: 'answered',
  },
  {
    id: 'outage',
    question: 'What do filers do when the node is down?',
    citation: 'CATAIR ZZZ: system failure, nothing stored, send again',
    answer: 'Outbox with idempotent resending; the clock of the law does not stop.',
    owner: 'Operations',
    status: 'answered',
  },
];
