import type { DensityReading, MeasurementTicket } from '@portolan/documents';

/** The density that a ticket's volumes are converted with: as observed, else as reported at 15 °C, else the gravity at 60 °F. */
export function ticketDensity({ readings, reported }: MeasurementTicket): DensityReading | undefined {
  return readings?.density ?? reportedDensity(reported);
}

export function reportedDensity({
  apiGravity60F,
  density15C,
}: MeasurementTicket['reported']): DensityReading | undefined {
  if (density15C)
    return {
      kind: 'density',
      value: density15C.value,
      at: { temperature: { value: '15', unit: 'CEL' } },
    };
  if (apiGravity60F === undefined) return undefined;
  return { kind: 'api-gravity', value: apiGravity60F, at: { temperature: { value: '60', unit: 'FAH' } } };
}
