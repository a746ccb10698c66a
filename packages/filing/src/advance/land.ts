import type { DataSet } from './data-set.ts';
import { conveyance } from './offers.ts';
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

const TRUCK = '19 CFR 123.92(d)';
export const truckManifest: DataSet = {
  id: 'truck-manifest',
  label: 'Truck e-manifest',
  mode: 'truck',
  sender: 'carrier',
  from: '2004-01-05',
  source: '19 CFR 123.92; 68 FR 68140',
  certainty: 'general',
  elements: [
    element(TRUCK, carrier),
    element(TRUCK, voyage('Trip number')),
    element(TRUCK, {
      pointer: '/conveyance/trailer',
      label: 'Trailer or container number',
      required: true,
      from: conveyance('trailer'),
      example: 'TX-4471',
    }),
    element(TRUCK, port),
    element(TRUCK, arrival),
    element(TRUCK, numbers('Shipment control number')),
    element(TRUCK, packages),
    element(TRUCK, weight),
    element(TRUCK, shipper),
    element(TRUCK, consignee),
  ],
  lineElements: goods(TRUCK, false),
};

const RAIL = '19 CFR 123.91(d)';
export const railManifest: DataSet = {
  id: 'rail-manifest',
  label: 'Rail cargo advance data',
  mode: 'rail',
  sender: 'carrier',
  from: '2004-01-05',
  source: '19 CFR 123.91; 68 FR 68140',
  certainty: 'general',
  elements: [
    element(RAIL, carrier),
    element(RAIL, voyage('Trip number of the train')),
    element(RAIL, { ...containers, label: 'Rail cars and containers' }),
    element(RAIL, port),
    element(RAIL, arrival),
    element(RAIL, numbers('Bills of lading')),
    element(RAIL, packages),
    element(RAIL, weight),
    element(RAIL, shipper),
    element(RAIL, consignee),
  ],
  lineElements: goods(RAIL, false),
};
