import { defineCatalogue } from '@portolan/kernel';

export const traceabilityCatalogue = defineCatalogue('traceability', {
  TRACE_EVENT_INVALID: {
    fault: 'signer',
    message: 'The event does not have the form of a trace event: {detail}',
    mend: 'Send the event as the published schema describes it.',
  },
  TRACE_STEP_SHAPE: {
    fault: 'signer',
    message: 'A step of kind "{kind}" takes {wanted}.',
    mend: 'Choose the kind that fits what happened, or complete its lots.',
  },
  TRACE_LOT_TWICE: {
    fault: 'signer',
    message: 'The step names lot {lot} twice on one side.',
    mend: 'State each lot once with its whole quantity.',
  },
  TRACE_EVENT_CONFLICT: {
    fault: 'signer',
    message: 'Two different events carry the identifier {event}; the one the log knew first counts.',
    mend: 'Give every event an identifier of its own; name what it corrects in a new event.',
  },
  TRACE_QUANTITY_NOT_POSITIVE: {
    fault: 'signer',
    message: 'The quantity {value} {unit} is not above zero.',
    mend: 'State what was moved; a return is a step of its own in the other direction.',
  },
  TRACE_UNIT_UNKNOWN: {
    fault: 'signer',
    message: 'There is no unit "{unit}" in UNECE Recommendation 20.',
    mend: 'Use the code of the unit, such as KGM, TNE, MTQ, BLL or LBR.',
    cite: 'UNECE Recommendation 20',
  },
  TRACE_QUANTITY_TOO_FINE: {
    fault: 'signer',
    message:
      'The quantity {value} can’t be written exactly with {places} decimal places in the unit of the lot.',
    mend: 'State the quantity in the unit of the lot, as the scale or meter reads it.',
  },
  TRACE_BASE_MISSING: {
    fault: 'signer',
    message: 'A volume in {unit} says nothing without its base conditions.',
    mend: 'Add the base, such as 15C or 60F; AMBIENT if the volume was never brought to a base.',
    cite: 'API MPMS 11.1; ISO 5024',
  },
  TRACE_BASE_UNKNOWN: {
    fault: 'signer',
    message: 'The base conditions "{base}" are not in the table.',
    mend: 'Use one of: {known}.',
  },
  TRACE_BASE_MISMATCH: {
    fault: 'signer',
    message: 'Lot {lot} is measured at {wanted}; the step gives {given}.',
    mend: 'Convert the volume to the base of the lot by the measurement standard, and state both.',
  },
  TRACE_UNIT_MISMATCH: {
    fault: 'signer',
    message: 'Lot {lot} is measured in {wanted}; {given} measures something else.',
    mend: 'State the quantity in {wanted} or a unit that converts to it exactly.',
  },
  TRACE_COMMODITY_MISMATCH: {
    fault: 'signer',
    message: '{wanted} and {given} can’t be one lot after a step of kind "{kind}".',
    mend: 'Use a blend or a transformation, which name the new commodity.',
  },
  TRACE_COMPONENTS_SUM: {
    fault: 'signer',
    message: 'The components of lot {lot} come to {sum}, its quantity is {quantity}.',
    mend: 'State components that add up to the quantity.',
  },
  TRACE_LOT_EXISTS: {
    fault: 'signer',
    message: 'Lot {lot} was already made by event {event}.',
    mend: 'Give the new lot an identifier of its own; only a pool is filled more than once.',
  },
  TRACE_LOT_UNKNOWN: {
    fault: 'sender',
    message: 'Nothing at hand says where lot {lot} came from.',
    mend: 'Send the event that made it; until then this step waits.',
  },
  TRACE_BEFORE_EXISTED: {
    fault: 'signer',
    message: 'Lot {lot} was made at {made}, after this step at {at}.',
    mend: 'Correct the time of the step, or name the lot that was really used.',
  },
  TRACE_SOURCE_REFUSED: {
    fault: 'signer',
    message: 'Lot {lot} comes only from event {event}, which was refused.',
    mend: 'Mend the event that made the lot first.',
  },
  TRACE_OVERDRAWN: {
    fault: 'signer',
    message: 'Lot {lot} has {available} {unit} left; the step takes {asked}.',
    mend: 'Take no more than is left, or correct the quantity that was made.',
  },
  TRACE_NOT_HOLDER: {
    fault: 'signer',
    message: '{by} holds neither title nor custody of lot {lot} at {at}.',
    mend: 'Have the holder sign the step, or send the transfer that gave the lot over first.',
  },
  TRACE_NOT_YOURS_TO_GIVE: {
    fault: 'signer',
    message: 'The {what} of lot {lot} was with {holder} at {at}, not with {from}.',
    mend: 'Have who holds it sign the transfer.',
  },
  TRACE_TRANSFER_SIGNER: {
    fault: 'signer',
    message: 'A transfer is signed by who gives; this one gives from {from} and is signed by {by}.',
    mend: 'Have {from} sign the transfer.',
  },
  TRACE_BACKDATED: {
    fault: 'signer',
    message: 'At {at} the {what} would pass from {from}, who passed it on by event {event}, logged earlier.',
    mend: 'A later claim can’t displace one that the log knew first: settle it with who received it.',
  },
  TRACE_LOT_GONE: {
    fault: 'signer',
    message: 'Nothing was left of lot {lot} from {gone} on; the transfer is dated {at}.',
    mend: 'Transfer the lots that were made of it.',
  },
  TRACE_PASSED_ON: {
    fault: 'signer',
    message:
      'Lot {lot} was passed on at {at} by event {event}, which the log knew first; nothing of it would have been left.',
    mend: 'Correct the time or quantity of the step, or have the transfer taken back by who signed it.',
  },
  TRACE_CYCLE: {
    fault: 'signer',
    message: 'Lot {lot} would be made of itself.',
    mend: 'Correct the lots or the times of the steps named.',
  },
  TRACE_NOT_CONSERVED: {
    fault: 'signer',
    message: '{input} {unit} went in; {output} came out and {loss} was lost, which is {difference} apart.',
    mend: 'State the measured loss or the quantity that really came out.',
  },
  TRACE_CORRECTION_NOT_YOURS: {
    fault: 'signer',
    message: 'Event {event} was signed by {signer}; only its signer can correct it.',
    mend: 'Have its signer send the correction.',
  },
  TRACE_CORRECTION_UNKNOWN: {
    fault: 'sender',
    message: 'The event {event} that is corrected is not at hand.',
    mend: 'Send the event that is corrected along; until then the correction waits.',
  },
  TRACE_STOCK_DIFFERS: {
    fault: 'holder',
    message: 'Measured {measured} {unit} in lot {lot}; the book says {book}, which is {difference} apart.',
    mend: 'Find the missing ticket or state the loss; the measurement stands as it was signed.',
  },
  TRACE_TOO_WIDE: {
    fault: 'sender',
    message: 'The trace passed {lots} lots in {generations} generations, which is as far as was asked.',
    mend: 'Ask for more generations, or start from a lot nearer to what is sought.',
  },
});

export type TraceCode = keyof typeof traceabilityCatalogue.entries;
