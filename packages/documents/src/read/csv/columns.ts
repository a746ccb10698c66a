import { partyColumns } from './party-columns.ts';

/** What a cell of a column holds. */
export type CellKind =
  | 'text'
  | 'number'
  | 'date'
  | 'code'
  | 'unit'
  | 'incoterm'
  | 'digits'
  | 'list'
  | 'count'
  | 'month'
  | 'moment';

/** Where the values of a column go: into the document once, or into each line. */
export interface Column {
  readonly level: 'document' | 'line';
  readonly path: readonly string[];
  readonly kind: CellKind;
}

export type CsvType = 'CommercialInvoice' | 'PackingList' | 'PurchaseOrder' | 'PipelineNomination';

/** Headings (as parseHeading gives them) by the column they mean. */
type Layout = Readonly<Record<string, Column>>;

const column = (level: Column['level'], path: string, kind: CellKind, names: string): Layout =>
  Object.fromEntries(names.split('|').map((name) => [name, { level, path: path.split('.'), kind }]));

const lineNumber = column('line', 'number', 'text', 'line|line number|item|item number|row|pos|position');
const goods = {
  ...column(
    'line',
    'description',
    'text',
    'description|goods description|description goods|goods|product|article|item description|product description',
  ),
  ...column('line', 'sku', 'text', 'sku|part number|product number|article number|seller item number'),
  ...column('line', 'quantity.value', 'number', 'quantity|units|pieces'),
  ...column('line', 'quantity.unit', 'unit', 'unit|uom|unit measure|quantity unit'),
};
const traded = {
  ...column('line', 'gtin', 'text', 'gtin|ean|upc|barcode'),
  ...column('line', 'originCountry', 'code', 'origin|origin country|country origin|coo|made in'),
  ...column('line', 'unitPrice.amount', 'number', 'unit price|price|price per unit|price each'),
  ...column(
    'line',
    'amount.amount',
    'number',
    'amount|line amount|line total|extended amount|extended price|total price|net amount',
  ),
  ...column('document', 'currency', 'code', 'currency|invoice currency|order currency'),
  ...column(
    'document',
    'incoterm',
    'incoterm',
    'incoterm|incoterms|delivery terms|terms delivery|terms sale',
  ),
  ...column('document', 'incoterm.place', 'text', 'incoterm place|named place'),
  ...column('document', 'total.amount', 'number', 'total|invoice total|order total|grand total|total amount'),
  ...column('document', 'charges.freight', 'number', 'freight|freight charge|freight charges'),
  ...column('document', 'charges.insurance', 'number', 'insurance|insurance charge'),
  ...column('document', 'charges.packing', 'number', 'packing|packing charge|packing cost'),
  ...column('document', 'charges.discount', 'number', 'discount'),
  ...column('document', 'charges.tax', 'number', 'tax|vat'),
  ...column('document', 'charges.other', 'number', 'other charges'),
};
const weights = {
  ...column('line', 'netWeight.value', 'number', 'net weight|weight net|net kg'),
  ...column('line', 'grossWeight.value', 'number', 'gross weight|weight gross|gross kg'),
  ...column('line', 'weightUnit', 'unit', 'weight unit|unit weight'),
};

/** The columns of each document type that CSV can carry. A heading that is not listed is kept out with a notice. */
export const layouts: Readonly<Record<CsvType, Layout>> = {
  CommercialInvoice: {
    ...lineNumber,
    ...goods,
    ...traded,
    ...weights,
    ...column('document', 'number', 'text', 'invoice|invoice number|document number'),
    ...column('document', 'issueDate', 'date', 'invoice date|date|issue date|date invoice'),
    ...column('document', 'issuedIn', 'code', 'issued in|country issue'),
    ...column('line', 'orderNumber', 'text', 'order|order number'),
    ...column('line', 'orderLine', 'text', 'order line|order line number'),
    ...column('line', 'lot', 'text', 'lot|lot number|batch|batch number'),
    ...column(
      'line',
      'hts',
      'digits',
      'hts|hts number|htsus|hs|hs number|tariff|tariff number|commodity|harmonized',
    ),
    ...partyColumns('document', 'seller', ['seller', 'vendor', 'supplier', 'exporter', 'sold by']),
    ...partyColumns('document', 'buyer', ['buyer', 'importer', 'customer', 'sold to', 'bill to']),
    ...column('document', 'buyer.identifiers.importer-number', 'text', 'importer number|ior number'),
    ...partyColumns('line', 'manufacturer', ['manufacturer', 'producer', 'grower', 'maker']),
  },
  PackingList: {
    ...lineNumber,
    ...goods,
    ...weights,
    ...column('document', 'number', 'text', 'packing list|packing list number|document number'),
    ...column('document', 'issueDate', 'date', 'packing list date|date|issue date|packing date'),
    ...column('document', 'invoiceNumbers', 'list', 'invoice|invoice number'),
    ...column('document', 'orderNumbers', 'list', 'order|order number'),
    ...column('line', 'invoiceLine', 'text', 'invoice line|invoice line number'),
    ...column('line', 'lot', 'text', 'lot|lot number|batch|batch number'),
    ...column(
      'line',
      'packages.count',
      'count',
      'packages|number packages|cartons|crates|boxes|pallets|packages count',
    ),
    ...column(
      'line',
      'packages.kind',
      'text',
      'packages kind|packages type|kind packages|type packages|packaging',
    ),
    ...partyColumns('document', 'shipper', ['shipper', 'seller', 'exporter', 'ship from', 'vendor']),
    ...partyColumns('document', 'consignee', ['consignee', 'ship to', 'buyer', 'importer', 'deliver to']),
  },
  PurchaseOrder: {
    ...lineNumber,
    ...goods,
    ...traded,
    ...column('document', 'number', 'text', 'order|order number|document number'),
    ...column('document', 'issueDate', 'date', 'order date|date|issue date'),
    ...column(
      'line',
      'hs',
      'digits',
      'hs|hs number|hts|hts number|tariff|tariff number|commodity|harmonized',
    ),
    ...partyColumns('document', 'buyer', ['buyer', 'importer', 'customer', 'ordered by']),
    ...partyColumns('document', 'seller', ['seller', 'vendor', 'supplier', 'exporter']),
    ...partyColumns('document', 'shipTo', ['ship to', 'deliver to', 'consignee']),
  },
  // A notice of shipment has a row for each batch; what is said of the line may stand in every row.
  PipelineNomination: {
    ...column('line', 'number', 'text', 'nomination|nomination number|notice|notice number|nos number'),
    ...column('line', 'line', 'text', 'pipeline|pipeline line|line name|line id|system'),
    ...column('line', 'operator.name', 'text', 'operator|transporter|carrier'),
    ...column('line', 'operator.did', 'text', 'operator identifier|operator did'),
    ...column(
      'line',
      'month',
      'month',
      'month|nomination month|shipment month|month shipment|notice month|notice shipment|notification shipment',
    ),
    ...column('line', 'batch', 'text', 'batch|batch number|batch id'),
    ...column('line', 'shipper.name', 'text', 'shipper|shipper name|consignor|owner'),
    ...column('line', 'shipper.did', 'text', 'shipper identifier|shipper did'),
    ...column('line', 'commodity', 'text', 'commodity|product|grade|crude|crude type|stream'),
    ...column('line', 'originCountry', 'code', 'origin|origin country|country origin|coo'),
    ...column('line', 'volume.value', 'number', 'volume|nominated volume|scheduled volume|quantity'),
    ...column('line', 'volume.unit', 'unit', 'unit|volume unit|uom|unit measure'),
    ...column('line', 'volume.base', 'text', 'base|base temperature|base conditions'),
    ...column('line', 'barrels', 'number', 'barrels|bbl|bbls|volume bbl|volume barrels|scheduled volume bbl'),
    ...column(
      'line',
      'cubicMetres',
      'number',
      'm3|volume m3|cubic metres|volume cubic metres|scheduled volume m3',
    ),
    ...column('line', 'receipt', 'text', 'receipt|receipt point|receipt location|injection point|from'),
    ...column(
      'line',
      'delivery',
      'text',
      'delivery|delivery point|delivery location|delivery destination|to',
    ),
    ...column('line', 'crossesAt', 'moment', 'crosses|border crossing|expected border|crosses at'),
    ...column('line', 'deliversAt', 'moment', 'delivers|delivery date|delivers at|delivery start date'),
  },
};
