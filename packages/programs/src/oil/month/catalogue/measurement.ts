import type { CatalogueEntry } from '@portolan/kernel';

/** Findings about figures: bases, gravities, readings. */
export const measurementCodes = {
  OIL_VOLUME_NEEDS_DENSITY: {
    fault: 'signer',
    message: '{paper} {number} states a volume at {base}; without a density it has no volume at 60 °F.',
    mend: 'Have the density and its temperature stated beside the volume, or the volume stated at 60 °F.',
    cite: 'API MPMS 11.1',
  },
  OIL_VOLUME_NOT_CONVERTED: {
    fault: 'signer',
    message: '{paper} {number} states {value} {unit} at {base}, which has no volume at 60 °F: {reason}',
    mend: 'Have the volume stated in barrels at 60 °F, or the density corrected.',
    cite: 'API MPMS 11.1',
  },
  OIL_VOLUME_UNREAD: {
    fault: 'signer',
    message: 'A volume can not be counted: {reason}',
    mend: 'Have it stated in a unit of volume with its base.',
  },
  OIL_COMMODITY_UNKNOWN: {
    fault: 'signer',
    message: '{paper} {number} is of {commodity}, of which nothing is known here.',
    mend: 'Name a commodity of the table, or add a row for this one.',
  },
  OIL_DENSITY_BASE_CONFUSED: {
    fault: 'signer',
    message:
      'Ticket {number}: {density} kg/m³ at 15 °C is {api} degrees API; the {reported} that is reported is what it would be at 60 °F.',
    mend: 'Have the gravity computed from the density at its own temperature, and the ticket corrected.',
    cite: 'API MPMS 11.1',
  },
  OIL_DENSITY_INCONSISTENT: {
    fault: 'signer',
    message: 'Ticket {number}: {density} kg/m³ at 15 °C is {api} degrees API, not the reported {reported}.',
    mend: 'Have the gravity or the density corrected.',
    cite: 'API MPMS 11.1',
  },
  OIL_API_STRADDLES: {
    fault: 'signer',
    message:
      'Ticket {number}: the raw gravity {raw} and the reported {reported} fall on two sides of {limit} degrees API; {decides} decides, so it is {hts}.',
    mend: 'Keep both figures with the entry; ask the operator to confirm the gravity.',
    cite: 'HTSUS 2709.00.10 and 2709.00.20',
  },
  OIL_API_DIFFERS: {
    fault: 'signer',
    message: 'Ticket {number}: the readings give {raw} degrees API, {reported} is reported.',
    mend: 'Have the readings or the report corrected.',
    cite: 'API MPMS 11.1',
  },
  OIL_API_MISSING: {
    fault: 'signer',
    message: 'Ticket {number} of the border meter states no gravity, so nothing tells its tariff number.',
    mend: 'Have the gravity at 60 °F, or the density at 15 °C, stated.',
    cite: 'HTSUS 2709.00.10 and 2709.00.20',
  },
  OIL_VOLUME_BASE_CONFUSED: {
    fault: 'signer',
    message:
      'Ticket {number}: {gross} m³ at 15 °C is {expected} barrels at 60 °F; the reported {reported} comes of the geometric factor, as if the bases were one.',
    mend: 'Have the volume converted between its bases with the density, and the ticket corrected.',
    cite: 'API MPMS 11.1',
  },
  OIL_NET_INCONSISTENT: {
    fault: 'signer',
    message:
      'Ticket {number}: gross {gross} less {water} percent of sediment and water is {expected} barrels; {reported} is reported.',
    mend: 'Have the ticket corrected.',
    cite: '43 CFR 3174.12',
  },
  OIL_READINGS_DIFFER: {
    fault: 'signer',
    message: 'Ticket {number}: the readings give {computed} barrels gross at 60 °F, {reported} is reported.',
    mend: 'Have the readings or the report corrected; until then the reported figure stands.',
    cite: 'API MPMS 11.1 and 12.2',
  },
  OIL_WATER_OVER_LIMIT: {
    fault: 'signer',
    message: 'Ticket {number}: {water} percent of sediment and water, above {limit} percent.',
    mend: 'Have the sample analysed again, or the batch refused; the net volume stands until then.',
  },
} as const satisfies Record<string, CatalogueEntry>;
