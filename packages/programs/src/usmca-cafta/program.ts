import type { Program } from '../program.ts';
import { trial } from './assess/trial.ts';
import { usmcaCatalogue } from './catalogue.ts';
import { type AgreementTables, agreementReference } from './facts/tables.ts';
import { page } from './page.ts';
import { requestTemplates } from './requests/templates.ts';
import { ruleVersions } from './rule-versions.ts';
import { stories } from './stories/stories.ts';

/** Origin claims under USMCA and CAFTA-DR: the successor of the NAFTA/CAFTA proof of concept of 2018. */
export const usmcaCafta: Program<AgreementTables> = {
  id: 'usmca-cafta',
  title: 'Origin claims: USMCA and CAFTA-DR',
  summary: 'Preference claimed on signed certifications of origin, checked before and after filing.',
  reads: [
    'PurchaseOrder',
    'CommercialInvoice',
    'PackingList',
    'BillOfLading',
    'CertificationOfOrigin',
    'PowerOfAttorney',
    'OrganizationIdentity',
    'ProductionStatement',
    'RegionalValueStatement',
  ],
  catalogue: usmcaCatalogue,
  ruleVersions,
  reference: agreementReference,
  page,
  requestTemplates,
  trial,
  stories,
};
