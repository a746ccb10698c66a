import { defineCatalogue } from '@portolan/kernel';

/** What the pipelines area refuses. */
export const pipelinesCatalogue = defineCatalogue('pipelines', {
  NODE_PIPELINE_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization holds no papers of the line {line}.',
    mend: 'Open the list of lines: it shows every line of which your organization was sent papers or signed some.',
  },
  NODE_PIPELINE_MONTH_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization holds no papers of {line} for {month}.',
    mend: 'Choose a month from the list of the line.',
  },
  NODE_PIPELINE_PROFILE: {
    fault: 'sender',
    status: 409,
    message:
      'No profile of the line {line} that holds in {month} has arrived: its zone and border meter are not known.',
    mend: 'Ask the operator of the line to send its profile; every figure is computed as soon as it is here.',
  },
  NODE_PIPELINE_PAPERS: {
    fault: 'node',
    status: 422,
    message: 'The month {month} of {line} has more than {limit} papers.',
    mend: 'Send the papers of one month by one line only; ask the operator of the node if a line really has as many.',
  },
  NODE_PIPELINE_DAY: {
    fault: 'sender',
    status: 422,
    message: '{day} is no day of {month}.',
    mend: 'Name a day of the month.',
  },
  NODE_PIPELINE_TICKET_UNKNOWN: {
    fault: 'sender',
    status: 404,
    message: 'Your organization holds no ticket {digest} of this line.',
    mend: 'Open the day in which it was measured: it lists the tickets that are held.',
  },
  NODE_PIPELINE_ENTERED: {
    fault: 'filer',
    message: '{owner} has entered {from} to {to} already: {entry}.',
    mend: 'Open that entry or draft; what came later is corrected there.',
  },
  NODE_PIPELINE_OWNER: {
    fault: 'filer',
    status: 404,
    message: '{owner} has nothing to enter in {month}.',
    mend: 'Name an owner from the list of entries of the month.',
  },
  NODE_PIPELINE_NOTICE_FILE: {
    fault: 'sender',
    status: 422,
    message: 'No spreadsheet was sent.',
    mend: 'Send one or more CSV or XLSX files.',
  },
  NODE_PIPELINE_TITLE: {
    fault: 'sender',
    status: 422,
    message: 'A transfer of title is signed by its seller; this one names {seller}.',
    mend: 'Name your own organization as the seller, or ask the seller to sign it.',
  },
  NODE_PIPELINE_BUYER: {
    fault: 'sender',
    status: 422,
    message: 'Seller and buyer are the same organization.',
    mend: 'Name the organization that title passes to.',
  },
  NODE_PIPELINE_OPERATOR: {
    fault: 'sender',
    message: 'Who operates {line} is not known here, so that its operator was not sent the transfer.',
    mend: 'Ask the operator for the profile of its line, then send the transfer to it without price and contract.',
  },
});
