import {
  checkContainer,
  checkDuns,
  checkGln,
  checkGtin,
  checkImporterNumber,
  checkLei,
  checkMid,
  checkScac,
  currencyInfo,
  isFilerCode,
  isZone,
  ok,
  parseCountry,
  parseDate,
  parseInstant,
  parseMoney,
  parseQuantity,
  type Refusal,
  type Result,
  refused,
  unitInfo,
} from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { PartyIdentifierScheme } from '../schema/party.ts';
import { sentencePlace } from '../words.ts';

type FormatCheck = (value: unknown, path: string) => Result<unknown>;

/** Identifier schemes whose check digit or form is public; a tax number or GS1 prefix has no common form. */
const identifierChecks: Partial<Record<PartyIdentifierScheme, FormatCheck>> = {
  lei: checkLei,
  gln: checkGln,
  duns: checkDuns,
  'importer-number': checkImporterNumber,
  mid: checkMid,
  scac: checkScac,
  'filer-code': (value, path) =>
    isFilerCode(String(value)) ? ok(value) : refused(badFilerCode(value, path)),
};

/** What a value of each `format` must be beyond its pattern. Money and quantities are checked by the kernel. */
export const formatChecks: Readonly<Record<string, FormatCheck>> = {
  date: parseDate,
  instant: parseInstant,
  country: parseCountry,
  currency: parseMoneyCurrency,
  gtin: checkGtin,
  container: checkContainer,
  money: notNegative,
  quantity: positive,
  volume: standardVolume,
  zone: knownZone,
  'party-identifier': (value, path) => {
    const { scheme, value: text } = value as { scheme: PartyIdentifierScheme; value: string };
    return checkIdentifier(scheme, text, `${path}/value`);
  },
};

/** An identifier with the form and check digit of its scheme. */
export function checkIdentifier(scheme: PartyIdentifierScheme, value: string, path: string): Result<unknown> {
  return identifierChecks[scheme]?.(value, path) ?? ok(value);
}

function parseMoneyCurrency(value: unknown, path: string): Result<unknown> {
  if (typeof value === 'string' && currencyInfo(value)) return ok(value);
  const money = parseMoney({ amount: '0', currency: String(value) });
  return money.ok ? money : refused(money.refusals.map((refusal) => ({ ...refusal, path })));
}

function notNegative(value: unknown, path: string): Result<unknown> {
  const money = parseMoney(value, path);
  if (!money.ok || !money.value.amount.startsWith('-')) return money;
  const found = `${money.value.amount} ${money.value.currency}`;
  return refused(
    documentsCatalogue.refuse('DOC_AMOUNT_NEGATIVE', { path, params: { field: sentencePlace(path), found } }),
  );
}

function positive(value: unknown, path: string): Result<unknown> {
  const quantity = parseQuantity(value, path);
  if (!quantity.ok || isPositive(quantity.value.value)) return quantity;
  const found = `${quantity.value.value} ${quantity.value.unit}`;
  return refused(
    documentsCatalogue.refuse('DOC_QUANTITY_NOT_POSITIVE', {
      path,
      params: { field: sentencePlace(path), found },
    }),
  );
}

/** A volume that is not below zero, in a unit of volume; a meter may have measured nothing. */
function standardVolume(value: unknown, path: string): Result<unknown> {
  const { value: amount, unit } = value as { value: string; unit: string };
  const field = sentencePlace(path);
  if (unitInfo(unit)?.dimension !== 'volume')
    return refused(
      documentsCatalogue.refuse('DOC_VOLUME_UNIT', { path: `${path}/unit`, params: { field, found: unit } }),
    );
  if (!amount.startsWith('-')) return ok(value);
  return refused(
    documentsCatalogue.refuse('DOC_VOLUME_NEGATIVE', { path, params: { field, found: `${amount} ${unit}` } }),
  );
}

function knownZone(value: unknown, path: string): Result<unknown> {
  if (isZone(String(value))) return ok(value);
  const params = { field: sentencePlace(path), found: String(value) };
  return refused(documentsCatalogue.refuse('DOC_ZONE_UNKNOWN', { path, params }));
}

/** Of a decimal that was read already: no sign, and a digit other than zero. */
function isPositive(decimal: string): boolean {
  return !decimal.startsWith('-') && /[1-9]/.test(decimal);
}

function badFilerCode(value: unknown, path: string): Refusal {
  return documentsCatalogue.refuse('DOC_FIELD_FORM', {
    path,
    params: {
      field: sentencePlace(path),
      found: String(value),
      expected: 'a filer code of three letters or digits',
    },
  });
}
