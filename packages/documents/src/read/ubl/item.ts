import { checkGtin, type JsonObject } from '@portolan/kernel';
import { type Found, firstOf, leaf, nothing, setAside } from '../found.ts';
import { at, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { plainDecimal } from './number.ts';
import { amount, code, measure, text } from './values.ts';

/** Code lists whose code is a tariff number of the United States, and those of the Harmonized System itself. */
const tariffLists = new Set(['HTS', 'HTSUS', 'HTSUSA']);
const harmonizedLists = new Set(['HS', 'HSN', 'WCO HS', 'HARMONIZED SYSTEM']);

/** What the Item of an order or invoice line says of the goods, under the names that both documents use. */
export function itemMembers(item: XmlElement | undefined, tariff: 'hs' | 'hts'): Record<string, Found> {
  return {
    sku: text(at(item, 'SellersItemIdentification', 'ID')),
    gtin: gtin(at(item, 'StandardItemIdentification', 'ID')),
    description: firstOf(description(item), text(at(item, 'Name'))),
    [tariff]: tariffCode(item),
    originCountry: code(at(item, 'OriginCountry', 'IdentificationCode')),
  };
}

/** What an Item is known by, on papers that give no tariff number. */
export function goodsMembers(item: XmlElement | undefined): Record<string, Found> {
  const { sku, gtin: number, description: words } = itemMembers(item, 'hs') as Record<string, Found>;
  return { sku: sku ?? nothing, gtin: number ?? nothing, description: words ?? nothing };
}

/** Unit price, and the quantity it is for when that is not one of the line's own unit. */
export function priceMembers(line: XmlElement, quantity: Found<JsonObject>): Record<string, Found> {
  const base = at(line, 'Price', 'BaseQuantity');
  const per = measure(base);
  const unit = quantity.value?.unit;
  const isOne = plainDecimal(textOf(base) ?? '1').replace(/\.0+$/, '') === '1';
  const sameUnit = per.value?.unit === undefined || per.value.unit === unit;
  return {
    unitPrice: amount(at(line, 'Price', 'PriceAmount')),
    priceQuantity: isOne && sameUnit ? nothing : inheritUnit(per, unit),
  };
}

function inheritUnit(per: Found<JsonObject>, unit: unknown): Found<JsonObject> {
  if (!per.value || per.value.unit !== undefined || typeof unit !== 'string') return per;
  return { ...per, value: { ...per.value, unit } };
}

function description(item: XmlElement | undefined): Found<string> {
  const parts = childrenOf(item, 'Description');
  const joined = parts.flatMap((part) => textOf(part) ?? []).join('\n');
  return leaf(joined || undefined, parts.map(({ path }) => path).join(' + '));
}

function gtin(element: XmlElement | undefined): Found<string> {
  const number = textOf(element);
  if (!element || !number) return nothing;
  const scheme = (element.attributes.schemeID ?? '').toUpperCase();
  const isGtin = ['GTIN', '0160', 'EAN', 'UPC'].includes(scheme) || scheme === '';
  const checked = checkGtin(number);
  if (isGtin && checked.ok) return leaf(number, element.path);
  return setAside(
    number,
    checked.ok ? `its scheme is ${scheme}` : (checked.refusals[0]?.message ?? 'not valid'),
  );
}

function tariffCode(item: XmlElement | undefined): Found {
  const classes = childrenOf(item, 'CommodityClassification');
  const stated = classes.flatMap((each) => [
    ...childrenOf(each, 'ItemClassificationCode').filter(isTariffList),
    ...childrenOf(each, 'CommodityCode'),
  ]);
  return firstOf(...stated.map(tariffDigits));
}

function isTariffList({ attributes }: XmlElement): boolean {
  const list = (attributes.listID ?? '').toUpperCase();
  return tariffLists.has(list) || harmonizedLists.has(list);
}

/** Only a United States list gives a number beyond six digits that means anything here. */
function tariffDigits(element: XmlElement): Found<string> {
  const written = textOf(element) ?? '';
  const digits = written.replace(/[.\s]/g, '');
  if (!/^\d{6}(\d{2}){0,2}$/.test(digits))
    return setAside(written, 'it is not a tariff number of 6, 8 or 10 digits');
  const national = tariffLists.has((element.attributes.listID ?? '').toUpperCase());
  if (national || digits.length === 6) return leaf(digits, element.path);
  const lost = setAside(written, 'digits after the sixth may belong to the tariff of another country');
  return { ...leaf(digits.slice(0, 6), element.path), aside: lost.aside };
}
