import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, DecimalField, HsCode, List, LongText, OneOf, Text } from './field.ts';
import {
  CertificateReferenceSchema,
  ChemistrySchema,
  DimensionSchema,
  HeatReferenceSchema,
  InstantField,
  MetalName,
  StageSchema,
  StressField,
} from './metal.ts';
import { articleKinds } from './metal-article.ts';
import { PartySchema } from './party.ts';
import { Incoterm, MoneyField, QuantityField } from './value.ts';

/** Kinds of inspection document (EN 10204:2004): 2.1 declaration, 2.2 test report, 3.1 and 3.2 inspection certificates. */
export const inspectionDocumentTypes = ['2.1', '2.2', '3.1', '3.2'] as const;
export type InspectionDocumentType = (typeof inspectionDocumentTypes)[number];

/** Forms that classification tells apart. */
export const productForms = [
  'ingot',
  'semi',
  'flat',
  'rod',
  'bar',
  'section',
  'tube',
  'wire',
  'article',
] as const;
export type ProductForm = (typeof productForms)[number];

/** Of what goods were cast; the headings of articles of iron or steel tell these apart. */
export const castings = ['none', 'nonmalleable-iron', 'malleable-iron', 'ductile-iron', 'steel'] as const;
export type Casting = (typeof castings)[number];

/** A standard is named with its edition: the same grade has other limits in another edition. */
export const GradeReferenceSchema = Closed(
  {
    standard: Text('Standard, such as ASTM A992/A992M'),
    edition: Type.Optional(Text('Edition, such as 11 or 2019')),
    grade: Text('Grade, such as 50 or S355J2'),
    requirements: Type.Optional(Text('Supplementary requirements')),
  },
  'Standard and grade',
);

export const ProductSchema = Closed(
  {
    form: OneOf(productForms, 'Form of the product'),
    description: LongText('Description of the product'),
    hts: Type.Optional(HsCode('Tariff number, 6 to 10 digits')),
    shape: Type.Optional(Text('Cross section or shape: H, I, U, L, T, round, rectangular, reinforcing')),
    rolled: Type.Optional(OneOf(['hot', 'cold'], 'Last rolling')),
    coiled: Type.Optional(Type.Boolean({ description: 'In coils' })),
    pickled: Type.Optional(Type.Boolean({ description: 'Pickled' })),
    patterned: Type.Optional(Type.Boolean({ description: 'With patterns in relief' })),
    coating: Type.Optional(Text('Coating, such as zinc, zinc-electrolytic, aluminum-zinc, tin, paint')),
    seamless: Type.Optional(Type.Boolean({ description: 'Seamless' })),
    use: Type.Optional(OneOf(['line-pipe', 'casing', 'drill-pipe'], 'Use in the oil and gas industry')),
    article: Type.Optional(OneOf(articleKinds, 'What an article is')),
    cast: Type.Optional(OneOf(castings, 'Of what it was cast')),
    capacity: Type.Optional(QuantityField('What a container holds')),
    /** As the standard names a rolled shape; its group of ASTM A6 follows from it. */
    designation: Type.Optional(Text('Designation of the shape, such as W14x233 or HP12x84')),
    weld: Type.Optional(
      OneOf(['longitudinal', 'longitudinal-submerged-arc', 'helical', 'none'], 'Seam of a welded tube'),
    ),
    dimensions: Type.Optional(List(DimensionSchema)),
    treatment: Type.Optional(Text('Heat treatment and delivery condition')),
  },
  'Product',
);

export const TensileTestSchema = Closed(
  {
    number: Text('Test number'),
    location: Type.Optional(Text('Location of the sample')),
    direction: Type.Optional(Text('Direction of the test piece')),
    temperature: Type.Optional(QuantityField('Test temperature')),
    yield: Type.Optional(StressField('Yield or proof strength')),
    tensile: Type.Optional(StressField('Tensile strength')),
    elongation: Type.Optional(
      Closed(
        { percent: DecimalField('Percent'), gauge: Type.Optional(QuantityField('Gauge length')) },
        'Elongation after fracture',
      ),
    ),
    reduction: Type.Optional(DecimalField('Reduction of area, percent')),
    hardness: Type.Optional(
      Closed({ value: DecimalField('Value'), scale: Text('Scale, such as HBW or HRB') }, 'Hardness'),
    ),
    impact: Type.Optional(
      Closed(
        {
          joules: List(DecimalField('Joules'), 1),
          celsius: DecimalField('Test temperature, degrees Celsius'),
          specimen: Type.Optional(Text('Test piece, such as Charpy V')),
          width: Type.Optional(QuantityField('Width of the test piece')),
        },
        'Impact test',
      ),
    ),
    bend: Type.Optional(
      Closed(
        {
          degrees: DecimalField('Angle of bend, degrees'),
          mandrel: Type.Optional(QuantityField('Diameter of the mandrel')),
          outcome: OneOf(['no-crack', 'cracked'], 'What the bend showed'),
        },
        'Bend test',
      ),
    ),
    /** The test that failed, which this one repeats. */
    retestOf: Type.Optional(Text('Number of the test that this one repeats')),
  },
  'Test',
);

export const CertifiedItemSchema = Closed(
  {
    number: Text('Item number'),
    heat: HeatReferenceSchema,
    lot: Text('Bundle, coil or piece, by a name that is the same for everyone'),
    pieces: Type.Optional(Type.Integer({ minimum: 1, maximum: 9_999_999, description: 'Pieces' })),
    weight: QuantityField('Actual mass, weighed'),
    theoreticalWeight: Type.Optional(QuantityField('Theoretical mass')),
    loss: Type.Optional(QuantityField('Mass of the heat that was lost in making it')),
    madeIn: Country('Country of manufacture'),
    stages: List(StageSchema),
    chemistry: ChemistrySchema,
    tests: List(TensileTestSchema),
    otherTests: Type.Optional(List(Closed({ name: Text('Test'), result: LongText('Result') }, 'Other test'))),
  },
  'Item',
);

/** What is between mill and buyer alone. It may be hidden from everybody else when the certificate travels as `vc+sd-jwt`. */
export const CommercialTermsSchema = Closed(
  {
    unitPrice: Type.Optional(MoneyField('Price of one unit')),
    per: Type.Optional(QuantityField('What the price is for')),
    total: Type.Optional(MoneyField('Price of the goods')),
    incoterm: Type.Optional(Incoterm),
    terms: Type.Optional(LongText('Rebates and other terms')),
  },
  'Commercial terms',
);

const signatoryFields = { name: Text('Name'), title: Text('Function') };

/** A mill test report or inspection certificate (EN 10204; contents EN 10168; 19 CFR 141.89). */
export const MillTestReportSchema = Closed({
  number: Text('Number of the certificate'),
  kind: OneOf(inspectionDocumentTypes, 'Kind of inspection document, EN 10204'),
  metal: MetalName,
  manufacturer: PartySchema,
  customer: Type.Optional(PartySchema),
  orderNumber: Type.Optional(Text("Purchaser's order number")),
  worksOrder: Type.Optional(Text("Manufacturer's works order number")),
  producedAt: InstantField('When the products were made and tested'),
  dispatchedAt: Type.Optional(InstantField('When the products left the works')),
  standards: List(GradeReferenceSchema, 1),
  product: ProductSchema,
  items: List(CertifiedItemSchema, 1),
  statement: LongText('Statement of compliance'),
  inspector: Closed(
    {
      ...signatoryFields,
      independent: Type.Boolean({ description: 'Independent of the manufacturing department' }),
    },
    "Manufacturer's inspection representative",
  ),
  /** Who signs beside the manufacturer on 3.2: the purchaser's representative, or an inspector designated by regulation. */
  secondInspector: Type.Optional(
    Closed({ ...signatoryFields, party: PartySchema }, 'Second inspection representative'),
  ),
  supersedes: Type.Optional(
    Closed({ certificate: CertificateReferenceSchema, reason: LongText('Why it was replaced') }, 'Replaced'),
  ),
  /** The certificate whose products were tested again; this one adds tests and makes nothing. */
  retests: Type.Optional(CertificateReferenceSchema),
  /** Certificates of the goods that a service centre worked on: their figures stand unchanged in this one. */
  basedOn: Type.Optional(List(CertificateReferenceSchema, 1)),
  commercial: Type.Optional(CommercialTermsSchema),
  rounding: Type.Optional(
    Coded('^[ -~]{2,60}$', 'the name of a rounding method, such as ASTM E29', 'Rounding method'),
  ),
});

export type MillTestReport = Static<typeof MillTestReportSchema>;
export type CertifiedItem = Static<typeof CertifiedItemSchema>;
export type GradeReference = Static<typeof GradeReferenceSchema>;
export type MetalProduct = Static<typeof ProductSchema>;
export type TensileTest = Static<typeof TensileTestSchema>;
