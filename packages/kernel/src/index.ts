export { kernelCatalogue } from './catalogue.ts';
export { countryName, countryNumber, isCountry, parseCountry } from './codes/country.ts';
export { type CurrencyInfo, currencyInfo } from './codes/currency.ts';
export { portName, portsNamed } from './codes/port.ts';
export { type UnitInfo, unitInfo } from './codes/unit.ts';
export { fromBase58, toBase58 } from './crypto/base58.ts';
export { type Digest, digestBytes, digestJson, isDigest } from './crypto/digest.ts';
export {
  concatBytes,
  constantTimeEqual,
  fromBase64,
  fromBase64Url,
  fromHex,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
  utf8Text,
} from './crypto/encoding.ts';
export type { CryptoPort } from './crypto/port.ts';
export type { IdentifierCheck } from './identifiers/checks.ts';
export {
  type EntryNumber,
  entryCheckDigit,
  formatEntryNumber,
  isFilerCode,
  parseEntryNumber,
} from './identifiers/entry-number.ts';
export { checkGtin, checkSscc } from './identifiers/goods.ts';
export { type MidSource, makeMid, midName, midNumber } from './identifiers/mid.ts';
export {
  checkDuns,
  checkGln,
  checkImporterNumber,
  checkLei,
  checkMid,
  checkScac,
} from './identifiers/party.ts';
export {
  checkAirWaybill,
  checkContainer,
  checkImo,
  checkS10,
  s10CheckDigit,
} from './identifiers/transport.ts';
export { canonicalize } from './json/canonical.ts';
export { CanonicalWriter, type Span } from './json/canonical-bytes.ts';
export { type JsonLimits, parseJson } from './json/parse.ts';
export { joinPointer, type Pointer, pointerMembers, resolvePointer } from './json/pointer.ts';
export { isRecord, type JsonObject, type JsonValue } from './json/value.ts';
export {
  Decimal,
  isDecimal,
  noDecimal,
  parseDecimal,
  type Rounding,
  sumDecimals,
} from './numbers/decimal.ts';
export {
  addMoney,
  type Money,
  MoneySchema,
  minorUnits,
  money,
  parseMoney,
  payableAmount,
} from './numbers/money.ts';
export {
  convertQuantity,
  parseQuantity,
  type Quantity,
  QuantitySchema,
  quantity,
} from './numbers/quantity.ts';
export {
  type Catalogue,
  type CatalogueEntry,
  defineCatalogue,
  type RefusalDetails,
} from './refusal/catalogue.ts';
export { type Fault, FaultSchema, type Refusal, RefusalSchema } from './refusal/refusal.ts';
export {
  type Accepted,
  all,
  below,
  expectOk,
  ok,
  type Refused,
  type Result,
  refused,
} from './refusal/result.ts';
export { isLeapYear } from './time/calendar-day.ts';
export {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  type CalendarDate,
  date,
  daysBetween,
  parseDate,
} from './time/date.ts';
export { addSeconds, type Instant, instant, millisecondsBetween, parseInstant } from './time/instant.ts';
export { dateInZone, isZone, startOfDay } from './time/zone.ts';
