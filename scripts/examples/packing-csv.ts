import type { PackingList } from '@portolan/documents';

const HEADINGS = [
  'Packing list no',
  'Date',
  'Invoice no',
  'Shipper',
  'Shipper city',
  'Shipper country',
  'Consignee',
  'Consignee city',
  'Consignee country',
  'Line',
  'Invoice line',
  'Lot',
  'Description',
  'Quantity',
  'Unit',
  'Cartons',
  'Package type',
  'Net weight (kg)',
  'Gross weight (kg)',
];

/** A packing list as growers keep it: a spreadsheet saved as CSV. */
export function packingCsv(list: PackingList): string {
  const { shipper, consignee } = list;
  const rows = list.lines.map((line) => [
    list.number,
    list.issueDate,
    list.invoiceNumbers?.join(' ') ?? '',
    shipper.name,
    shipper.address.city ?? '',
    shipper.address.country,
    consignee.name,
    consignee.address.city ?? '',
    consignee.address.country,
    line.number,
    line.invoiceLine ?? '',
    line.lot ?? '',
    line.description,
    line.quantity.value,
    line.quantity.unit,
    String(line.packages?.count ?? ''),
    line.packages?.kind ?? '',
    line.netWeight?.value ?? '',
    line.grossWeight?.value ?? '',
  ]);
  return `${[HEADINGS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
