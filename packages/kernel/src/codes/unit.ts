import { type UnitInfo, units } from '../tables/units.ts';

export type { UnitInfo };

export function unitInfo(code: string): UnitInfo | undefined {
  return Object.hasOwn(units, code) ? units[code] : undefined;
}
