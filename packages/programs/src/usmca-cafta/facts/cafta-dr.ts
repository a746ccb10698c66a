import type { AgreementTerms, Element } from './agreement.ts';

const element = (id: string, number: string, label: string): Element => ({
  id,
  number,
  label,
  source: '19 CFR 10.584(a)',
  certainty: 'verified',
});

/** CAFTA-DR: HTSUS General Note 29 and 19 CFR part 10, subpart J. */
export const caftaDr: AgreementTerms = {
  id: 'CAFTA-DR',
  name: 'Dominican Republic-Central America-United States Free Trade Agreement',
  indicators: [
    {
      spi: 'P',
      kind: 'originating',
      source: '19 CFR 24.23(c)(10) in the 2015 fee table; an older list says (c)(9)',
      certainty: 'verified',
    },
    {
      spi: 'P+',
      kind: 'qualifying',
      source: 'CATAIR AE table 8 (qualifying goods); tariff preference levels pay the fee',
      certainty: 'open',
    },
  ],
  elements: [
    element('importer', '1', 'Importer of record: legal name, address, telephone, e-mail'),
    element('exporter', '2', 'Exporter, if other than the producer: legal name, address, telephone, e-mail'),
    element('producer', '3', 'Producer: legal name, address, telephone, e-mail'),
    element('certifier', '4', 'Responsible official or agent who signs: name, title, telephone, e-mail'),
    element(
      'goods',
      '5',
      'Description of the good and tariff classification, six digits or more, tied to the invoice',
    ),
    element('rule', '6', 'Applicable rule of origin of General Note 29'),
    { ...element('signature', '7', 'Certification statement and date'), certainty: 'general' },
  ],
  blanketMonths: { value: 12, source: '19 CFR 10.584(e)(2)', certainty: 'general' },
  certificateYears: { value: 4, source: '19 CFR 10.584(f)', certainty: 'general' },
  lowValueDollars: { value: 2500, source: '19 CFR 10.587(a)', certainty: 'general' },
  nonPartyDocument: {
    allowed: true,
    source: '19 CFR 10.584: no rule against documents issued elsewhere was found',
    certainty: 'open',
  },
  knowledgeClaim: { allowed: true, source: '19 CFR 10.583(a), 10.584(a)', certainty: 'verified' },
  transit: { source: '19 CFR 10.604', certainty: 'verified' },
  postImportationYears: { value: 1, source: '19 U.S.C. 1520(d); 19 CFR 10.590', certainty: 'general' },
  correctionDays: {
    value: 30,
    source: '19 CFR 10.583(c): promptly; 30 days as under 19 CFR 182.124',
    certainty: 'general',
  },
};
