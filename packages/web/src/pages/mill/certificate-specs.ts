import type { CertificateForm, ItemRow } from './certificate-form.ts';
import type { FieldSpec } from './fields.tsx';

export const document: readonly FieldSpec<CertificateForm>[] = [
  { member: 'number', pointer: '/number', label: 'Number of the certificate', required: true },
  {
    member: 'producedAt',
    pointer: '/producedAt',
    label: 'Made and tested at',
    hint: 'In UTC, such as 2026-06-03T18:00:00Z',
    required: true,
  },
  { member: 'dispatchedAt', pointer: '/dispatchedAt', label: 'Left the works at', hint: 'In UTC' },
];

export const buyer: readonly FieldSpec<CertificateForm>[] = [
  { member: 'customerName', pointer: '/customer/name', label: 'Customer' },
  { member: 'customerCountry', pointer: '/customer/address/country', label: 'Country', hint: 'Two letters' },
  {
    member: 'customerDid',
    pointer: '/customer/did',
    label: 'Identifier of the customer',
    hint: 'did:…, as it stands on its order',
  },
  { member: 'orderNumber', pointer: '/orderNumber', label: 'Order of the customer' },
];

/** What the holder of the certificate may hide. */
export const commercial: readonly FieldSpec<CertificateForm>[] = [
  { member: 'price', pointer: '/commercial/unitPrice/amount', label: 'Price of a kilogram' },
  { member: 'currency', pointer: '/commercial/unitPrice/currency', label: 'Currency', hint: 'Three letters' },
  { member: 'terms', pointer: '/commercial/terms', label: 'Rebates and other terms' },
  { member: 'worksOrder', pointer: '/worksOrder', label: 'Works order' },
];

export const product: readonly FieldSpec<CertificateForm>[] = [
  { member: 'description', pointer: '/product/description', label: 'Description', required: true },
  {
    member: 'shape',
    pointer: '/product/shape',
    label: 'Shape',
    hint: 'H, I, U, L, round, rectangular; of fittings flange, threaded, butt-welding, other',
  },
  {
    member: 'designation',
    pointer: '/product/designation',
    label: 'Designation of the shape',
    hint: 'Such as W14x90: its group of ASTM A6 follows from it',
  },
  { member: 'hts', pointer: '/product/hts', label: 'Tariff number', hint: '6 to 10 digits' },
  { member: 'thickness', pointer: '/product/dimensions/thickness', label: 'Thickness (mm)' },
  { member: 'width', pointer: '/product/dimensions/width', label: 'Width (mm)' },
  { member: 'height', pointer: '/product/dimensions/height', label: 'Height (mm)' },
  { member: 'diameter', pointer: '/product/dimensions/diameter', label: 'Diameter (mm)' },
];

export const standards: readonly FieldSpec<CertificateForm>[] = [
  {
    member: 'standards',
    pointer: '/standards',
    label: 'Standards and grades',
    hint: 'One a line: standard; edition; grade, such as ASTM A992/A992M; 11; 50',
    long: true,
    required: true,
  },
  {
    member: 'statement',
    pointer: '/statement',
    label: 'Statement of compliance',
    long: true,
    required: true,
  },
];

export const inspector: readonly FieldSpec<CertificateForm>[] = [
  { member: 'inspector', pointer: '/inspector/name', label: 'Inspection representative', required: true },
  { member: 'inspectorTitle', pointer: '/inspector/title', label: 'Function', required: true },
];

export const second: readonly FieldSpec<CertificateForm>[] = [
  { member: 'secondName', pointer: '/secondInspector/name', label: 'Second inspector', required: true },
  { member: 'secondTitle', pointer: '/secondInspector/title', label: 'Function', required: true },
  { member: 'secondParty', pointer: '/secondInspector/party/name', label: 'Organization', required: true },
  {
    member: 'secondCountry',
    pointer: '/secondInspector/party/address/country',
    label: 'Country',
    required: true,
  },
  {
    member: 'secondDid',
    pointer: '/secondInspector/party/did',
    label: 'Its identifier',
    hint: 'did:…; the certificate stands when this party has signed it too',
    required: true,
  },
];

/** What a service centre says beside its own figures. */
export const below: readonly FieldSpec<CertificateForm>[] = [
  {
    member: 'basedOn',
    pointer: '/basedOn',
    label: 'Certificates that this one builds on',
    hint: 'One a line: number; digest (sha256:…, "known as" where it may be shown in part); identifier of the mill',
    long: true,
  },
];

export const reason: readonly FieldSpec<CertificateForm>[] = [
  { member: 'reason', pointer: '/supersedes/reason', label: 'Why it is replaced', required: true },
];

/** Fields of one item, under its own pointer. */
export function itemSpecs(at: string): readonly FieldSpec<ItemRow>[] {
  return [
    { member: 'heat', pointer: `${at}/heat/number`, label: 'Heat', required: true },
    {
      member: 'heatMill',
      pointer: `${at}/heat/mill`,
      label: 'Mill that poured it',
      hint: 'did:…, where it is not you',
    },
    {
      member: 'lot',
      pointer: `${at}/lot`,
      label: 'Bundle, coil or piece',
      hint: 'The name by which invoice and packing list call it',
      required: true,
    },
    { member: 'pieces', pointer: `${at}/pieces`, label: 'Pieces' },
    { member: 'weight', pointer: `${at}/weight`, label: 'Weighed (kg)', required: true },
    { member: 'theoretical', pointer: `${at}/theoreticalWeight`, label: 'Theoretical (kg)' },
    { member: 'loss', pointer: `${at}/loss`, label: 'Lost in making it (kg)' },
    { member: 'melt', pointer: `${at}/stages/0/country`, label: 'Melted in', hint: 'Two letters' },
    { member: 'pour', pointer: `${at}/stages/1/country`, label: 'Poured in', hint: 'Two letters' },
    { member: 'madeIn', pointer: `${at}/madeIn`, label: 'Made in', hint: 'Two letters', required: true },
    {
      member: 'chemistry',
      pointer: `${at}/chemistry`,
      label: 'Analysis in percent',
      hint: 'Such as C 0.10, Mn 1.15',
      long: true,
    },
    {
      member: 'tests',
      pointer: `${at}/tests`,
      label: 'Tests',
      hint: 'One a line: number, yield, tensile, unit, elongation %, test that it repeats, impact 31/29/30 at -20, bend 180',
      long: true,
    },
  ];
}
