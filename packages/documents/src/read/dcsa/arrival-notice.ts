import type { JsonObject } from '@portolan/kernel';
import { type Found, firstOf, group, items, leaf } from '../found.ts';
import { listAt, member, type Node, stringAt, textAt } from './json.ts';
import { dcsaCarrier, dcsaContainers, dcsaParty, dcsaPlace } from './parts.ts';

const certainties: Readonly<Record<string, string>> = { ACT: 'actual', EST: 'estimated', PLN: 'planned' };

/** A DCSA arrival notice, or the short notification of one. It has no number of its own: that of its transport document. */
export function readArrivalNotice(notice: Node): Found<JsonObject> {
  const transport = member(notice, 'transport');
  const arrival = member(transport, 'portOfDischargeArrivalDate');
  const classifier = certainties[stringAt(arrival, 'classifier') ?? ''];
  const [leg] = listAt(transport, 'legs');
  const number = textAt(notice, 'transportDocumentReference');
  return group({
    number: firstOf(textAt(notice, 'arrivalNoticeReference'), number),
    transportDocument: number,
    issueDate: day(textAt(notice, 'issueDateTime')),
    carrier: dcsaCarrier(notice),
    shipper: partyWith(notice, 'OS', 'SHI'),
    consignee: partyWith(notice, 'CN'),
    conveyance: leg
      ? group({
          name: textAt(leg, 'vesselVoyage', 'vesselName'),
          voyage: textAt(leg, 'vesselVoyage', 'carrierImportVoyageNumber'),
        })
      : leaf<string>(undefined, ''),
    containers: items([
      ...numbers(dcsaContainers(notice), notice),
      ...listAt(notice, 'equipmentReferences').map((each) => textAt(each)),
    ]),
    placeOfLoading: dcsaPlace(member(transport, 'portOfLoading')),
    placeOfUnlading: dcsaPlace(member(transport, 'portOfDischarge')),
    arrivalDate: firstOf(
      textAt(arrival, 'value'),
      day(textAt(notice, 'portOfDischargeArrivalDate', 'value')),
    ),
    certainty: leaf(classifier, member(arrival, 'classifier').pointer),
  });
}

function partyWith(notice: Node, ...functions: readonly string[]): Found {
  const party = listAt(notice, 'documentParties').find((each) =>
    functions.includes(stringAt(each, 'partyFunction') ?? ''),
  );
  return party ? dcsaParty(party) : leaf<string>(undefined, '');
}

function numbers({ value }: Found, notice: Node): Found[] {
  return Array.isArray(value)
    ? value.map((number) => leaf(String(number), member(notice, 'utilizedTransportEquipments').pointer))
    : [];
}

/** The day of a moment, by the clock it is written in. */
function day({ value, origins }: Found<string>): Found<string> {
  return leaf(value?.slice(0, 10), origins[''] ?? '');
}
