/**
 * Federal holidays as observed (5 U.S.C. 6103; Executive Order 11582: a Saturday is observed on Friday, a Sunday on
 * Monday). Computed from the statute, not copied from a calendar.
 */
export function federalHolidays(year: number): string[] {
  const fixed = [
    [1, 1],
    [6, 19],
    [7, 4],
    [11, 11],
    [12, 25],
  ] as const;
  const floating = [
    nth(year, 1, 1, 3), // Birthday of Martin Luther King, Jr.
    nth(year, 2, 1, 3), // Washington's Birthday
    last(year, 5, 1), // Memorial Day
    nth(year, 9, 1, 1), // Labor Day
    nth(year, 10, 1, 2), // Columbus Day
    nth(year, 11, 4, 4), // Thanksgiving Day
  ];
  return [...fixed.map(([month, day]) => observed(year, month, day)), ...floating].sort();
}

function observed(year: number, month: number, day: number): string {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const shift = weekday === 6 ? -1 : weekday === 0 ? 1 : 0;
  return iso(year, month, day + shift);
}

function nth(year: number, month: number, weekday: number, which: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return iso(year, month, 1 + ((weekday - first + 7) % 7) + (which - 1) * 7);
}

function last(year: number, month: number, weekday: number): string {
  const end = new Date(Date.UTC(year, month, 0));
  return iso(year, month, end.getUTCDate() - ((end.getUTCDay() - weekday + 7) % 7));
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
