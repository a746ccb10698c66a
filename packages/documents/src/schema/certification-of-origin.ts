import { type Static, Type } from 'typebox';
import {
  Closed,
  Country,
  DateField,
  DecimalField,
  DidField,
  DigestField,
  Hs6,
  HsCode,
  List,
  LongText,
  OneOf,
  Text,
} from './field.ts';
import { PartySchema } from './party.ts';

const Yes = (description: string) => Type.Literal(true, { description });

export const CertifiedGoodSchema = Closed(
  {
    number: Text('Number of the good on the certification'),
    description: LongText('Description of the good'),
    hs6: Hs6('Harmonized System code to six digits'),
    hts: Type.Optional(HsCode('Tariff number')),
    criterion: Type.Optional(OneOf(['A', 'B', 'C', 'D'], 'Origin criterion')),
    rule: Type.Optional(LongText('Rule of origin that the good meets')),
    originCountry: Country('Country of origin'),
    invoiceNumber: Type.Optional(Text('Invoice number')),
    invoiceLine: Type.Optional(Text('Line of the invoice')),
    lot: Type.Optional(Text('Lot or batch')),
    regionalValueContent: Type.Optional(
      Closed(
        {
          method: OneOf(['TV', 'NC', 'build-up', 'build-down'], 'Method'),
          percent: DecimalField('Regional value content in percent'),
        },
        'Regional value content',
      ),
    ),
  },
  'Certified good',
);

/** Element 4 of the USMCA certification: the producer, several producers, or kept for the agency alone. */
export const ProducerSchema = Type.Union([
  PartySchema,
  Closed({ various: Yes('Several producers'), list: Type.Optional(List(PartySchema)) }, 'Various producers'),
  Closed(
    {
      confidential: Yes('The producer is confidential'),
      availableTo: Type.Optional(OneOf(['agency'], 'Who may be told the producer')),
    },
    'Confidential producer',
  ),
]);

/** Element 5 of the USMCA certification: the importer where known. */
export const CertifiedImporterSchema = Type.Union([
  PartySchema,
  Closed({ unknown: Yes('The importer is not known') }, 'Unknown importer'),
  Closed({ various: Yes('Several importers') }, 'Various importers'),
]);

/**
 * Certification of origin: the nine elements of USMCA Annex 5-A (19 CFR part 182, appendix A) or the elements of
 * CAFTA-DR (19 CFR 10.584). Which of them an agreement demands is decided by the program, not here.
 */
export const CertificationOfOriginSchema = Closed({
  agreement: OneOf(['USMCA', 'CAFTA-DR'], 'Trade agreement'),
  number: Text('Number of the certification'),
  certifier: Closed(
    {
      role: OneOf(['importer', 'exporter', 'producer'], 'Role of the certifier'),
      party: PartySchema,
      signatory: Closed(
        {
          name: Text('Name of the signatory'),
          title: Text('Title of the signatory'),
          phone: Type.Optional(Text('Telephone of the signatory')),
          email: Type.Optional(Text('E-mail address of the signatory')),
        },
        'Signatory',
      ),
    },
    'Certifier',
  ),
  exporter: Type.Optional(PartySchema),
  producer: Type.Optional(ProducerSchema),
  importer: Type.Optional(CertifiedImporterSchema),
  goods: List(CertifiedGoodSchema, 1),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  blanketPeriod: Type.Optional(
    Closed({ from: DateField('First day'), to: DateField('Last day') }, 'Blanket period'),
  ),
  completedOn: DateField('Date of completion'),
  issuedOn: Type.Optional(
    OneOf(
      ['standalone', 'invoice', 'packing-list', 'commercial-document'],
      'What the certification is written on',
    ),
  ),
  onDocumentIssuedIn: Type.Optional(Country('Country where that document was issued')),
  statement: LongText("The certifier's statement"),
  confidentialEvidence: Type.Optional(
    List(
      Closed(
        {
          digest: DigestField('Digest of the evidence held back'),
          description: LongText('What the evidence is'),
          holder: DidField('Who holds it'),
        },
        'Confidential evidence',
      ),
    ),
  ),
});

export type CertificationOfOrigin = Static<typeof CertificationOfOriginSchema>;
export type CertifiedGood = Static<typeof CertifiedGoodSchema>;
