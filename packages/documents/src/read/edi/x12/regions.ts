/** States and territories of the United States, and provinces of Canada, by the postal codes that X12 uses (ISO 3166-2). */
const states = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP'.split(
    ' ',
  ),
);
const provinces = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));

/** The country of a state or province code; nothing when it is neither. */
export function regionCountry(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (states.has(code)) return 'US';
  return provinces.has(code) ? 'CA' : undefined;
}
