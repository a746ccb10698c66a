import type { DataSet } from './data-set.ts';
import { conveyance, upper } from './offers.ts';
import {
  arrival,
  carrier,
  consignee,
  containers,
  element,
  goods,
  numbers,
  packages,
  port,
  shipper,
  voyage,
  weight,
} from './parts.ts';

const OCEAN = '19 CFR 4.7a(c)(4)';
export const oceanManifest: DataSet = {
  id: 'ocean-manifest',
  label: 'Vessel cargo declaration',
  mode: 'vessel',
  sender: 'carrier',
  from: '2003-02-02',
  source: '19 CFR 4.7(b), 4.7a(c); 67 FR 66318',
  certainty: 'general',
  elements: [
    element(OCEAN, carrier),
    element(OCEAN, { ...voyage('Voyage number'), required: true }),
    element(OCEAN, {
      pointer: '/conveyance/name',
      label: 'Vessel name',
      required: true,
      from: conveyance('name'),
      example: 'Sample Estrella',
    }),
    element(OCEAN, {
      pointer: '/foreignPortOfLading',
      label: 'Foreign port where the cargo is laden',
      required: true,
      from: upper('foreignPort'),
      example: '22303',
    }),
    element(OCEAN, port),
    element(OCEAN, arrival),
    element(OCEAN, numbers('Bills of lading')),
    element(OCEAN, packages),
    element(OCEAN, weight),
    element(OCEAN, shipper),
    element(OCEAN, consignee),
    element(OCEAN, containers),
  ],
  lineElements: goods(OCEAN, false),
};
