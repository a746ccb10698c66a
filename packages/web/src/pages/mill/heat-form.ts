import type { Heat, Party } from '@portolan/documents';

/** The form of a heat. */
export interface HeatForm {
  number: string;
  furnace: string;
  practice: string;
  country: string;
  pour: string;
  pouredAt: string;
  poured: string;
  loss: string;
}

export const emptyHeat: HeatForm = {
  ...{ number: '', furnace: '', practice: 'EAF', country: '', pour: '', pouredAt: '', poured: '', loss: '' },
};

/** The heat that is signed: how much there ever was of it, and where it was first liquid and first solid. */
export function heatOf(form: HeatForm, mill: Party): Heat {
  return {
    number: form.number,
    metal: 'steel',
    mill,
    furnace: {
      name: form.furnace,
      country: form.country,
      ...(form.practice === '' ? {} : { practice: form.practice }),
    },
    pouredAt: form.pouredAt,
    stages: [
      { stage: 'melt', country: form.country },
      { stage: 'pour', country: form.pour === '' ? form.country : form.pour },
    ],
    pouredMass: { value: form.poured, unit: 'KGM' },
    ...(form.loss === '' ? {} : { yieldLoss: { value: form.loss, unit: 'KGM' } }),
  };
}
