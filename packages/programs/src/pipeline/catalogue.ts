import { defineCatalogue } from '@portolan/kernel';

/** What is found in credentials of public vocabularies about a line: shown, and never believed. */
export const pipelineCatalogue = defineCatalogue('pipeline', {
  PIPELINE_STATED_VOLUMES: {
    fault: 'signer',
    message:
      'It states {what} as {metres} m3 and as {barrels} bbl: {ratio} barrels a cubic metre, which no liquid has.',
    mend: 'Ask who signed it which of the two was measured; a cubic metre at 15 degrees Celsius is about 6.29 barrels.',
    cite: 'API MPMS chapter 11.1 and 12.2; one barrel is 158.987294928 litres',
  },
  PIPELINE_STATED_NET: {
    fault: 'signer',
    message: 'It states a net volume of {net} {unit} of a gross volume of {gross} {unit}.',
    mend: 'Ask who signed it: net is gross less sediment and water.',
    cite: 'API MPMS chapter 12.2',
  },
  PIPELINE_STATED_DENSITY: {
    fault: 'signer',
    message: 'It states a density of {value} {unit}, which is {metric} kg/m3: no oil is that heavy.',
    mend: 'Ask who signed it for the unit; the figure looks like kilograms a cubic metre.',
    cite: 'API MPMS chapter 11.1: crude oil from 610.6 to 1163.5 kg/m3 at 60 degrees Fahrenheit',
  },
  PIPELINE_STATED_SPAN: {
    fault: 'signer',
    message: 'It says that it began {from} and ended {to}.',
    mend: 'Ask who signed it for the right dates.',
  },
});
