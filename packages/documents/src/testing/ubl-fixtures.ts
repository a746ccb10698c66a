/** Small UBL documents of this package's own, for its tests. All parties are invented. */

const party = (name: string, country: string) => `
    <cac:Party>
      <cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName>
      <cac:PostalAddress>
        <cbc:StreetName>Camino Sample</cbc:StreetName><cbc:BuildingNumber>12</cbc:BuildingNumber>
        <cbc:CityName>Hermosillo</cbc:CityName><cbc:PostalZone>83000</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
    </cac:Party>`;

const namespaces = (root: string) =>
  [root, 'CommonAggregateComponents', 'CommonBasicComponents']
    .map((name) => `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`)
    .map((uri, index) => `xmlns${['', ':cac', ':cbc'][index]}="${uri}"`)
    .join(' ');

export interface InvoiceParts {
  readonly head?: string;
  readonly charges?: string;
  readonly totals?: string;
  readonly item?: string;
  readonly line?: string;
}

/** A UBL Invoice of one line: 200 kg of mangoes at 2.00 USD. */
export function ublInvoice({
  head = '',
  charges = '',
  totals,
  item = '',
  line = '',
}: InvoiceParts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice ${namespaces('Invoice')}>
  <cbc:ID>INV-9</cbc:ID>
  <cbc:IssueDate>2026-06-10</cbc:IssueDate>
  <cbc:DocumentCurrencyCode>USD</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>${head}
  <cac:AccountingSupplierParty>${party('Sample Valle Verde Produce', 'MX')}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party('Sample Harbor Foods Inc.', 'US')}</cac:AccountingCustomerParty>${charges}
  <cac:LegalMonetaryTotal>${totals ?? '<cbc:PayableAmount currencyID="USD">400.00</cbc:PayableAmount>'}</cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="KGM">200</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="USD">400.00</cbc:LineExtensionAmount>
    <cac:OrderLineReference><cbc:LineID>2</cbc:LineID></cac:OrderLineReference>${line}
    <cac:Item>
      <cbc:Description>Mangoes, fresh</cbc:Description>
      <cac:OriginCountry><cbc:IdentificationCode>mx</cbc:IdentificationCode></cac:OriginCountry>${item}
    </cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="USD">2.00</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>
</Invoice>`;
}

/** A UBL Order of one line; `terms` is the text of its delivery term. */
export function ublOrder(terms = 'DAP'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<o:Order ${namespaces('Order').replace('xmlns=', 'xmlns:o=')}>
  <cbc:ID>PO-77</cbc:ID>
  <cbc:IssueDate>2026-06-01</cbc:IssueDate>
  <cac:BuyerCustomerParty>${party('Sample Harbor Foods Inc.', 'US')}</cac:BuyerCustomerParty>
  <cac:SellerSupplierParty>${party('Sample Valle Verde Produce', 'MX')}</cac:SellerSupplierParty>
  <cac:DeliveryTerms><cbc:ID>${terms}</cbc:ID><cac:DeliveryLocation><cbc:ID>Nogales</cbc:ID></cac:DeliveryLocation></cac:DeliveryTerms>
  <cac:AnticipatedMonetaryTotal><cbc:PayableAmount currencyID="USD">1000.00</cbc:PayableAmount></cac:AnticipatedMonetaryTotal>
  <cac:OrderLine><cac:LineItem>
    <cbc:ID>2</cbc:ID>
    <cbc:Quantity unitCode="KGM">+0500.0</cbc:Quantity>
    <cbc:LineExtensionAmount currencyID="USD">1000.00</cbc:LineExtensionAmount>
    <cac:Price><cbc:PriceAmount currencyID="USD">2000</cbc:PriceAmount><cbc:BaseQuantity unitCode="TNE">1</cbc:BaseQuantity></cac:Price>
    <cac:Item><cbc:Name>Mangoes, fresh</cbc:Name></cac:Item>
  </cac:LineItem></cac:OrderLine>
</o:Order>`;
}
