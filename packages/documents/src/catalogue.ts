import { defineCatalogue } from '@portolan/kernel';

/** Everything that this package refuses, and what readers set aside with a notice. */
export const documentsCatalogue = defineCatalogue('documents', {
  DOC_TYPE_UNKNOWN: {
    fault: 'sender',
    message: '"{type}" is not a document type that this node reads.',
    mend: 'Use one of: {choices}.',
  },
  DOC_TYPE_UNDETECTED: {
    fault: 'sender',
    message: 'The file does not say which document it is, and its fields do not show it.',
    mend: 'Add a member "type" with one of: {choices}.',
  },
  DOC_FIELD_MISSING: {
    fault: 'sender',
    message: '{field} is missing.',
    mend: 'Add {expected} at {path} and send the document again.',
  },
  DOC_FIELD_UNKNOWN: {
    fault: 'sender',
    message: '{field} is not a field of a {document}.',
    mend: 'Remove it, or use the name that the published schema of the {document} gives it.',
  },
  DOC_FIELD_KIND: {
    fault: 'sender',
    message: '{field} is {found}, but must be {expected}.',
    mend: 'Write {field} as {expected}.',
  },
  DOC_FIELD_FORM: {
    fault: 'sender',
    message: '{field} is "{found}", which is not {expected}.',
    mend: 'Write {field} as {expected}.',
  },
  DOC_FIELD_CHOICE: {
    fault: 'sender',
    message: '{field} is "{found}", which is not a value that this field can have.',
    mend: 'Use one of: {choices}.',
  },
  DOC_LIST_LENGTH: {
    fault: 'sender',
    message: '{field} has {count} items; it must have {least} to {most}.',
    mend: 'Send between {least} and {most} items.',
  },
  DOC_NUMBER_RANGE: {
    fault: 'sender',
    message: '{field} is {found}; it must be a whole number from {least} to {most}.',
    mend: 'Correct the number.',
  },
  DOC_QUANTITY_NOT_POSITIVE: {
    fault: 'sender',
    message: '{field} is {found}: a quantity of goods must be greater than zero.',
    mend: 'Correct the quantity; goods that were returned belong on a credit note, not on this document.',
  },
  DOC_AMOUNT_NEGATIVE: {
    fault: 'sender',
    message: '{field} is {found}: amounts are not negative here.',
    mend: 'Give the amount without its sign; a deduction is a charge of the kind "discount".',
  },
  DOC_LINE_DUPLICATE: {
    fault: 'sender',
    message: 'The number "{number}" stands twice: at {first} and at {second}.',
    mend: 'Give each line a number of its own, or remove the line that was sent twice.',
  },
  DOC_CURRENCY_MIXED: {
    fault: 'sender',
    message: '{field} is in {found}, but the document is in {currency}.',
    mend: 'Give every amount in the currency of the document, or send one document for each currency.',
  },
  DOC_LINE_AMOUNT: {
    fault: 'sender',
    message: '{field} says {stated}, but {reckoning} is {computed}.',
    mend: 'Correct the quantity, the unit price or the amount of the line, so that they agree.',
  },
  DOC_TOTAL: {
    fault: 'sender',
    message: 'The total says {stated}, but {reckoning} is {computed}.',
    mend: 'Correct the total, or name the charge or discount that explains the difference.',
  },
  DOC_WEIGHT_ORDER: {
    fault: 'sender',
    message: '{field}: the net weight {net} is more than the gross weight {gross}.',
    mend: 'Correct the weights: gross is net with its packing.',
  },
  DOC_WEIGHT_TOTAL: {
    fault: 'sender',
    message: '{field} says {stated}, but the lines add up to {computed}.',
    mend: 'Correct the total or the weight of a line.',
  },
  DOC_PACKAGES_TOTAL: {
    fault: 'sender',
    message: 'The packing list says {stated} packages, but its lines add up to {computed}.',
    mend: 'Correct the number of packages of the whole or of a line.',
  },
  DOC_WEIGHT_UNIT: {
    fault: 'sender',
    message: '{field} is in {found}, which is not a unit of weight.',
    mend: 'Give the weight in kilograms (KGM) or another unit of mass.',
  },
  DOC_VOLUME_UNIT: {
    fault: 'sender',
    message: '{field} is in {found}, which is not a unit of volume.',
    mend: 'Give the volume in barrels (BLL) or cubic metres (MTQ), with the base temperature it is stated at.',
  },
  DOC_VOLUME_NEGATIVE: {
    fault: 'sender',
    message: '{field} is {found}: no volume is below zero.',
    mend: 'Correct the volume; what was reported too high before is corrected by a new paper that names the old one.',
  },
  DOC_ZONE_UNKNOWN: {
    fault: 'sender',
    message: '{field} is "{found}", which is no time zone.',
    mend: 'Use a name of the IANA time zone database, such as America/Chicago.',
  },
  DOC_POINT_TWICE: {
    fault: 'sender',
    message: 'The point "{point}" stands twice in the profile.',
    mend: 'Give each meter, tank and terminal once.',
  },
  DOC_PARTS_TOTAL: {
    fault: 'sender',
    message: 'The parts add up to {total} percent; they must add up to 100.',
    mend: 'Correct the shares; a part whose origin is not known is given without a country.',
  },
  DOC_DATE_ORDER: {
    fault: 'sender',
    message: '{first} ({firstDate}) is after {second} ({secondDate}).',
    mend: 'Correct one of the two dates.',
  },
  DOC_HTS_HS6: {
    fault: 'sender',
    message: '{field} is {hts}, which does not begin with the six digits {hs6} of the same good.',
    mend: 'Correct the tariff number or the six-digit code.',
  },
  DOC_PERCENT: {
    fault: 'sender',
    message: '{field} is {found} percent; it must be from 0 to 100.',
    mend: 'Correct the percentage.',
  },
  DOC_FILE_EMPTY: {
    fault: 'sender',
    message: 'The file {name} is empty.',
    mend: 'Send the file again; it may have been cut off on the way.',
  },
  DOC_FILE_TOO_LARGE: {
    fault: 'sender',
    message: 'The file {name} has {bytes} bytes; at most {limit} are read.',
    mend: 'Send the document without attachments and pictures inside it.',
    status: 413,
  },
  DOC_FILE_UNREADABLE: {
    fault: 'sender',
    message: 'The file {name} is not a document that this node reads: it holds {found}.',
    mend: 'Send UBL XML, X12, EDIFACT, JSON, CSV or XLSX; a scan or PDF is not read.',
    status: 415,
  },
  DOC_FILE_SEVERAL: {
    fault: 'sender',
    message: 'The file {name} holds {count} documents; a file that is sent as evidence holds one.',
    mend: 'Send one file for each document; a draft takes the whole file and parts it itself.',
  },
  DOC_FILE_ENCODING: {
    fault: 'sender',
    message: 'The file {name} is not UTF-8 text.',
    mend: 'Save the file with the encoding UTF-8 and send it again.',
  },
  DOC_CREDENTIAL_SHAPE: {
    fault: 'issuer',
    message: 'The credential {problem}.',
    mend: 'Ask the issuer for a credential with one credentialSubject and one document type: {choices}.',
  },
  DOC_XML_DOCTYPE: {
    fault: 'sender',
    message:
      'The XML has a document type declaration (DOCTYPE), which is never read: it can pull in other files.',
    mend: 'Remove the DOCTYPE and its entities, and send the document again.',
  },
  DOC_XML_ENTITY: {
    fault: 'sender',
    message: 'The XML uses an entity that XML itself does not have, near line {line}.',
    mend: 'Write the character itself instead of the entity.',
  },
  DOC_XML_SYNTAX: {
    fault: 'sender',
    message: 'The XML is not well-formed: {detail}',
    mend: 'Check that the whole file was sent, and that the program that wrote it writes valid XML.',
    status: 400,
  },
  DOC_XML_ENCODING: {
    fault: 'sender',
    message: 'The XML says that it is written in {encoding}; only UTF-8 is read.',
    mend: 'Save the file with the encoding UTF-8, and let its first line say so.',
  },
  DOC_XML_SIGNATURE: {
    fault: 'sender',
    message:
      'The file carries an XML signature, which this node does not verify: the document counts as imported.',
    mend: 'Ask the issuer for a verifiable credential where the signature matters.',
  },
  DOC_XML_DEPTH: {
    fault: 'sender',
    message: 'The XML is nested deeper than {limit} elements.',
    mend: 'Send a plain UBL document: none needs that depth.',
  },
  DOC_XML_TOO_MANY: {
    fault: 'sender',
    message: 'The XML has more than {limit} elements.',
    mend: 'Split the document.',
  },
  DOC_UBL_UNKNOWN: {
    fault: 'sender',
    message:
      'The XML is "{root}" of "{namespace}", which is no document on the way from order to entry: {why}.',
    mend: 'Send a UBL 2.0 to 2.5 {choices}, or the same document as JSON, CSV or XLSX.',
  },
  DOC_CSV_SYNTAX: {
    fault: 'sender',
    message: 'The CSV cannot be read: {detail}',
    mend: 'Check quotes and separators near that row.',
  },
  DOC_CSV_NO_HEADING: {
    fault: 'sender',
    message: 'No row of the CSV names its columns in words that this node knows.',
    mend: 'Give the columns headings such as Invoice Number, Line, Description, Quantity, Unit, Unit Price, Amount.',
  },
  DOC_CSV_TYPE: {
    fault: 'sender',
    message:
      'The columns of the CSV do not show whether it is a commercial invoice, a packing list or an order.',
    mend: 'Add a column Invoice Number, Packing List Number or Order Number.',
  },
  DOC_CSV_HEADING_TWICE: {
    fault: 'sender',
    message: 'The headings "{first}" and "{second}" both mean {field}.',
    mend: 'Keep one of the two columns.',
  },
  DOC_CSV_ROW_WIDTH: {
    fault: 'sender',
    message: 'Row {row} has {cells} cells, but the headings name {columns} columns.',
    mend: 'Quote cells that hold the separator, and send the file again.',
  },
  DOC_CSV_CONFLICT: {
    fault: 'sender',
    message: 'Row {row} says "{found}" for {field}, but row {first} says "{before}".',
    mend: 'A file holds one document: give one value for the whole file, or send one file for each document.',
  },
  DOC_CSV_DECIMAL_COMMA: {
    fault: 'sender',
    message: 'Row {row}, column {column} says "{found}": a comma can mean thousands or decimals.',
    mend: 'Write the number with a decimal point and without separators, such as 1234.50.',
  },
  DOC_CSV_NUMBER: {
    fault: 'sender',
    message: 'Row {row}, column {column} says "{found}", which is not a number.',
    mend: 'Write digits with a decimal point, without currency signs, blanks or formulas, such as 1234.50.',
  },
  DOC_CSV_DATE: {
    fault: 'sender',
    message: 'Row {row}, column {column} says "{found}": day and month could be swapped.',
    mend: 'Write dates as year, month and day, such as 2026-06-12.',
  },
  DOC_CSV_UNIT: {
    fault: 'sender',
    message:
      'Row {row}, column {column} says "{found}", which is not a unit of measure that this node knows.',
    mend: 'Use a code of UNECE Recommendation 20, such as KGM, LTR or C62.',
  },
  DOC_CSV_MONTH: {
    fault: 'sender',
    message: 'Row {row}, column {column} says "{found}", which is not a month.',
    mend: 'Write months as year and month, such as 2026-08, or as Aug-26.',
  },
  DOC_CSV_MOMENT: {
    fault: 'sender',
    message: 'Row {row}, column {column} says "{found}", which is no moment with its zone.',
    mend: 'Write moments with their offset, such as 2026-08-03T07:00:00-05:00.',
  },
  DOC_NOTICE_UNSIGNED: {
    fault: 'sender',
    message:
      'The spreadsheet is a notice of shipment: it becomes a nomination that its sender signs, and no paper of an entry.',
    mend: 'Import it under Pipelines, or with "portolan line import", and sign what is proposed.',
  },
  DOC_NOTICE_HEADINGS: {
    fault: 'sender',
    message: 'The columns of the file are those of another paper ({type}), not of a notice of shipment.',
    mend: 'Name the columns Batch, Shipper, Month, Commodity, Volume, Receipt and Delivery, or give a mapping for them.',
  },
  DOC_NOTICE_PARTY: {
    fault: 'sender',
    message:
      'Row {row}, column {column} names {found}, and this node knows no identifier of a party of that name.',
    mend: 'Add a column with its decentralized identifier, or write the name as its organization does.',
  },
  DOC_NOTICE_VOLUMES: {
    fault: 'sender',
    message:
      'Row {row} says {metres} m3 and {barrels} bbl: that is {ratio} barrels a cubic metre, which no liquid has.',
    mend: 'Correct one of the two; a cubic metre at 15 degrees Celsius is about 6.29 barrels at 60 degrees Fahrenheit.',
  },
  DOC_NOTICE_BATCH_TWICE: {
    fault: 'sender',
    message: 'Row {row} names batch {batch} again: it stands in row {first} for the same month.',
    mend: 'Give every batch a number of its own, or put the rows together.',
  },
  DOC_NOTICE_MISSING: {
    fault: 'sender',
    message: 'Row {row} has no {field}.',
    mend: 'Fill in the cell, add the column, or give the value for every row in the mapping of the file.',
  },
  DOC_NOTICE_BASE: {
    fault: 'sender',
    message:
      'Row {row}: the file states no base temperature; {volume} is taken at {base}, as the trade states {unit}.',
    mend: 'Add a column Base with 60F, 15C or 20C if that is not what is meant.',
  },
  DOC_TRANSPORT_MODE: {
    fault: 'sender',
    message: 'The {document} does not say by which mode of transport the goods travel: it says {found}.',
    mend: 'Give the main carriage a mode of UNECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air, 5 mail, 7 pipeline.',
  },
  DOC_EDI_SYNTAX: {
    fault: 'sender',
    message: 'The {syntax} interchange cannot be read: {detail}.',
    mend: 'Send the whole interchange, as the program that made it wrote it.',
    status: 400,
  },
  DOC_EDI_TOO_MANY: {
    fault: 'sender',
    message: 'The interchange has more than {limit} segments.',
    mend: 'Send its messages in several interchanges.',
  },
  DOC_EDI_COUNT: {
    fault: 'sender',
    message: '{what} says {stated}, but {counted} are here: something was lost or added on the way.',
    mend: 'Send the interchange again, whole.',
  },
  DOC_EDI_CONTROL: {
    fault: 'sender',
    message: 'The control number at the end of the {part} ({end}) is not that of its beginning ({start}).',
    mend: 'Nothing is needed when the interchange is whole; have the program that writes it corrected.',
  },
  DOC_EDI_MESSAGE: {
    fault: 'sender',
    message: 'The interchange holds {message}, which is not read: {why}.',
    mend: 'Send one of: {choices}.',
  },
  DOC_EDI_UNREAD: {
    fault: 'sender',
    message: 'Of the message {count} segments were not taken over: {segments}.',
    mend: 'Nothing is needed where they say nothing that the entry needs; else give it by another document.',
  },
  DOC_EDI_UNIT: {
    fault: 'sender',
    message: '{field} is in "{found}", which is no unit of measure that this node knows from {syntax}.',
    mend: 'Use a usual code, such as EA, LB or KG.',
  },
  DOC_DCSA_MESSAGE: {
    fault: 'sender',
    message: 'The JSON is {found}, which is no document on the way from order to entry: {why}.',
    mend: 'Send a DCSA transport document, shipping instructions, arrival notice or track-and-trace events.',
  },
  DOC_XLSX_SYNTAX: {
    fault: 'sender',
    message: 'The workbook cannot be read: {detail}.',
    mend: 'Open it in a spreadsheet program, save it again as .xlsx, or send the sheet as CSV.',
    status: 400,
  },
  DOC_XLSX_TOO_LARGE: {
    fault: 'sender',
    message: 'The workbook unpacks to more than {limit} bytes.',
    mend: 'Send only the sheet with the document, without pictures and other sheets.',
    status: 413,
  },
  DOC_XLSX_CELLS: {
    fault: 'sender',
    message: 'The sheet has more than {limit} {what}.',
    mend: 'Send only the rows and columns of the document.',
    status: 413,
  },
  DOC_MAPPING_COLUMN: {
    fault: 'sender',
    message: 'The mapping gives the column "{column}" the field "{field}", which a {document} does not have.',
    mend: 'Use one of the fields: {choices}.',
  },
  DOC_SET_ASIDE: {
    fault: 'sender',
    message: '{field} "{found}" was not taken over: {why}.',
    mend: 'Nothing is needed unless the value matters; then correct it at its source and send the document again.',
  },
});

export type DocumentsCode = keyof typeof documentsCatalogue.entries;
