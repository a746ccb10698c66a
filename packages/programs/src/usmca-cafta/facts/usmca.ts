import type { AgreementTerms, Element } from './agreement.ts';

const ELEMENTS_CITE = '19 CFR part 182, appendix A';

const verified = (id: string, number: string, label: string): Element => ({
  id,
  number,
  label,
  source: ELEMENTS_CITE,
  certainty: 'verified',
});

const general = (id: string, number: string, label: string): Element => ({
  ...verified(id, number, label),
  certainty: 'general',
});

/** USMCA: HTSUS General Note 11 and 19 CFR part 182. */
export const usmca: AgreementTerms = {
  id: 'USMCA',
  name: 'United States-Mexico-Canada Agreement',
  indicators: [
    {
      spi: 'S',
      kind: 'originating',
      source: '19 CFR 24.23(c)(3), 182.11(b)',
      certainty: 'verified',
    },
    {
      spi: 'S+',
      kind: 'qualifying',
      source: 'CATAIR AE table 8 (qualifying goods); tariff preference levels pay the fee',
      certainty: 'open',
    },
  ],
  elements: [
    verified('certifier-role', '1', 'Whether importer, exporter or producer certifies'),
    verified('certifier', '2', "Certifier's name, title, address with country, telephone and e-mail"),
    verified('exporter', '3', 'Exporter, unless a producer certifies without knowing the exporter'),
    verified('producer', '4', 'Producer, several ("Various") or confidential'),
    verified('importer', '5', 'Importer, if known'),
    verified('goods', '6', 'Description and Harmonized System code to six digits'),
    verified('criterion', '7', 'Origin criterion'),
    general('blanket-period', '8', 'Blanket period, for several shipments'),
    general('signature', '9', 'Authorised signature, date and statement'),
  ],
  blanketMonths: { value: 12, source: '19 CFR 182.12(d)', certainty: 'general' },
  certificateYears: { value: 4, source: '19 CFR 182.12(e)', certainty: 'general' },
  lowValueDollars: { value: 2500, source: '19 CFR 182.14', certainty: 'general' },
  nonPartyDocument: { allowed: false, source: '19 CFR 182.12(b)(2)', certainty: 'verified' },
  knowledgeClaim: {
    allowed: false,
    source: '19 CFR 182.12(a): a certification is required',
    certainty: 'general',
  },
  transit: { source: '19 CFR 182.16(b)', certainty: 'verified' },
  postImportationYears: { value: 1, source: '19 U.S.C. 1520(d); 19 CFR 182.31', certainty: 'general' },
  correctionDays: { value: 30, source: '19 CFR 182.124', certainty: 'verified' },
};
