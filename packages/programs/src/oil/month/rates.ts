import { type CalendarDate, Decimal } from '@portolan/kernel';
import { formatHtsNumber, newestInForce, programOf, type Rate, type TariffReference } from '@portolan/tariff';

/** What a tariff number costs on a day, as far as the editions at hand tell. */
export interface NumberRate {
  /** US dollars for one unit that is reported; undefined where the schedule gives another kind of rate. */
  readonly perUnit?: Decimal;
  readonly free: boolean;
  readonly unit: string;
  readonly description: string;
}

/** Rates of a tariff, each looked up once. */
export class Rates {
  readonly #tariff: TariffReference;
  readonly #known = new Map<string, NumberRate | undefined>();

  constructor(tariff: TariffReference) {
    this.#tariff = tariff;
  }

  /** The rate of a number for goods of a country, with a claim that was found to hold or without. Duties of chapter 99 come with the entry. */
  of(hts: string, country: string | undefined, spi: string | undefined, day: CalendarDate, knownAt: string) {
    const key = `${hts} ${country ?? ''} ${spi ?? ''} ${day}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(hts, country, spi, day, knownAt));
    return this.#known.get(key);
  }

  #find(
    hts: string,
    country: string | undefined,
    spi: string | undefined,
    day: CalendarDate,
    knownAt: string,
  ): NumberRate | undefined {
    const edition = newestInForce(this.#tariff, { date: day, knownAt });
    const line = edition.ok ? edition.value.line(hts) : undefined;
    if (!line) return undefined;
    const special =
      spi === undefined ? undefined : line.special.find(({ programs }) => programs.includes(spi));
    return {
      ...rateOf(special?.rate ?? (this.#isColumn2(country, day) ? line.column2 : line.general)),
      unit: line.units[0] ?? 'BLL',
      description: `${formatHtsNumber(line.hts)} ${line.description}`,
    };
  }

  /** Countries without normal trade relations pay the rates of column 2 (HTSUS general note 3(b)). */
  #isColumn2(country: string | undefined, day: string): boolean {
    return this.#tariff.column2.some(
      (row) => row.country === country && row.from <= day && (row.to === undefined || day <= row.to),
    );
  }

  /** Whether a claim frees goods of the merchandise processing fee. */
  exemptFromFee(spi: string | undefined): boolean {
    return spi !== undefined && programOf(this.#tariff, spi)?.mpf === 'exempt';
  }
}

function rateOf(rate: Rate): Pick<NumberRate, 'free' | 'perUnit'> {
  if (rate.kind === 'free') return { free: true, perUnit: Decimal.zero };
  if (rate.kind === 'specific' && rate.over === undefined)
    return { free: Decimal.of(rate.amount).isZero(), perUnit: Decimal.of(rate.amount) };
  return { free: false };
}
