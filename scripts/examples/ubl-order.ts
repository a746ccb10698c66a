import type { Party, PurchaseOrder } from '@portolan/documents';

const NAMESPACES = [
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"',
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
].join('\n  ');

/** A purchase order as UBL 2.4 Order: identifiers that UBL has no scheme for stay out. */
export function ublOrder(order: PurchaseOrder): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Order
  ${NAMESPACES}>
  ${basic('UBLVersionID', '2.4')}
  ${basic('ID', order.number)}
  ${basic('IssueDate', order.issueDate)}
  ${basic('DocumentCurrencyCode', order.currency)}
  <cac:BuyerCustomerParty>${party(order.buyer)}</cac:BuyerCustomerParty>
  <cac:SellerSupplierParty>${party(order.seller)}</cac:SellerSupplierParty>
${order.shipTo ? `  <cac:Delivery><cac:DeliveryParty>${partyMembers(order.shipTo)}</cac:DeliveryParty></cac:Delivery>\n` : ''}${terms(order)}${total(order)}${order.lines.map((line) => orderLine(line, order.currency)).join('\n')}
</Order>
`;
}

function terms({ incoterm }: PurchaseOrder): string {
  if (!incoterm) return '';
  const country = incoterm.country
    ? `<cac:Address><cac:Country>${basic('IdentificationCode', incoterm.country)}</cac:Country></cac:Address>`
    : '';
  const place = `<cac:DeliveryLocation>${basic('Description', incoterm.place ?? '')}${country}</cac:DeliveryLocation>`;
  return `  <cac:DeliveryTerms>${basic('ID', incoterm.code)}${place}</cac:DeliveryTerms>\n`;
}

function total({ total: amount, currency }: PurchaseOrder): string {
  if (!amount) return '';
  return `  <cac:AnticipatedMonetaryTotal>${money('LineExtensionAmount', amount.amount, currency)}${money('PayableAmount', amount.amount, currency)}</cac:AnticipatedMonetaryTotal>\n`;
}

function orderLine(line: PurchaseOrder['lines'][number], currency: string): string {
  const quantity = `<cbc:Quantity unitCode="${line.quantity.unit}">${line.quantity.value}</cbc:Quantity>`;
  const amount = line.amount ? money('LineExtensionAmount', line.amount.amount, currency) : '';
  const price = line.unitPrice ? `<cac:Price>${money('PriceAmount', line.unitPrice.amount, currency)}</cac:Price>` : '';
  const sku = line.sku ? `<cac:SellersItemIdentification>${basic('ID', line.sku)}</cac:SellersItemIdentification>` : '';
  const origin = line.originCountry
    ? `<cac:OriginCountry>${basic('IdentificationCode', line.originCountry)}</cac:OriginCountry>`
    : '';
  const hs = line.hs
    ? `<cac:CommodityClassification><cbc:ItemClassificationCode listID="HS">${line.hs}</cbc:ItemClassificationCode></cac:CommodityClassification>`
    : '';
  return `  <cac:OrderLine>
    <cac:LineItem>
      ${basic('ID', line.number)}${quantity}${amount}
      ${price}
      <cac:Item>${basic('Description', line.description)}${sku}${origin}${hs}</cac:Item>
    </cac:LineItem>
  </cac:OrderLine>`;
}

function party(value: Party): string {
  return `\n    <cac:Party>${partyMembers(value)}</cac:Party>\n  `;
}

function partyMembers({ name, address, contact }: Party): string {
  const lines = [
    address.street ? basic('StreetName', address.street) : '',
    address.city ? basic('CityName', address.city) : '',
    address.postalCode ? basic('PostalZone', address.postalCode) : '',
    address.region ? basic('CountrySubentityCode', address.region) : '',
    `<cac:Country>${basic('IdentificationCode', address.country)}</cac:Country>`,
  ].join('');
  const reach = contact
    ? `<cac:Contact>${contact.phone ? basic('Telephone', contact.phone) : ''}${contact.email ? basic('ElectronicMail', contact.email) : ''}</cac:Contact>`
    : '';
  return `<cac:PartyName>${basic('Name', name)}</cac:PartyName><cac:PostalAddress>${lines}</cac:PostalAddress>${reach}`;
}

function basic(name: string, text: string): string {
  return `<cbc:${name}>${escaped(text)}</cbc:${name}>`;
}

function money(name: string, amount: string, currency: string): string {
  return `<cbc:${name} currencyID="${currency}">${amount}</cbc:${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
