import { isRecord, parseJson, type Refusal } from '@portolan/kernel';
import { useState } from 'react';
import { fromCsv } from '../../format/csv.ts';
import { documentTypeName } from '../../format/document-types.ts';
import { counted } from '../../format/numbers.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Dropzone } from '../../ui/dropzone.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type GoodRow, goodsFromRows } from './certification.ts';

const TYPES = [
  'CertificationOfOrigin',
  'PowerOfAttorney',
  'OrganizationIdentity',
  'ProductionStatement',
  'RegionalValueStatement',
  'Heat',
  'MillTestReport',
  'ProcessingRecord',
  'SteelImportLicense',
  'SteelImportLicenseApplication',
  'IntentToImport',
  'EntryNumber',
  'PurchaseOrder',
  'CommercialInvoice',
  'PackingList',
  'BillOfLading',
] as const;

type SignableType = (typeof TYPES)[number];

interface FromFileProps {
  busy: boolean;
  onGoods: (goods: readonly GoodRow[]) => void;
  onDocument: (type: string, document: object) => void;
}

const NOT_AN_OBJECT: Refusal = {
  code: 'WEB_NOT_A_DOCUMENT',
  path: '',
  fault: 'sender',
  message: 'The file is JSON, but not one document.',
  mend: 'Give a file with one JSON object: the document itself, without a signature.',
};

const NO_ROWS: Refusal = {
  code: 'WEB_NO_ROWS',
  path: '',
  fault: 'sender',
  message: 'The file has no rows of goods.',
  mend: 'Give a header with description, hs6, criterion, originCountry, rule and lot, and one row a good.',
};

/** Goods from a spreadsheet into the form, or a whole document from JSON to sign at once. */
export function FromFile({ busy, onGoods, onDocument }: FromFileProps) {
  const [type, setType] = useState<SignableType>('CertificationOfOrigin');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const announce = useAnnounce();
  const readCsv = (text: string) => {
    const goods = goodsFromRows(fromCsv(text));
    if (goods.length === 0) return setRefusals([NO_ROWS]);
    onGoods(goods);
    announce(`${counted(goods.length, 'good')} filled into the form`);
  };
  const readJson = (text: string) => {
    const parsed = parseJson(text, { maxBytes: 10_000_000, maxDepth: 64 });
    if (!parsed.ok) return setRefusals(parsed.refusals);
    if (!isRecord(parsed.value)) return setRefusals([NOT_AN_OBJECT]);
    onDocument(type, parsed.value);
  };
  const onFiles = async (files: File[]) => {
    const [file] = files;
    if (!file) return;
    setRefusals([]);
    const text = await file.text();
    if (file.name.toLowerCase().endsWith('.csv')) readCsv(text);
    else readJson(text);
  };
  return (
    <details className="section">
      <summary>From a file</summary>
      <ErrorSummary title="The file was not taken" refusals={refusals} />
      <SelectField
        id="from-file-type"
        label="Type of a JSON document"
        value={type}
        options={TYPES.map((name) => [name, documentTypeName(name)] as const)}
        onChange={setType}
      />
      <Dropzone
        hint="CSV with one good a row fills the form below. JSON with a whole document is signed as it stands."
        disabled={busy}
        onFiles={onFiles}
      />
    </details>
  );
}
