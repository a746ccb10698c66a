/** Small interchanges of this package's own, for its tests. All parties are invented. */

const isa =
  'ISA*00*          *00*          *ZZ*SAMPLEBUYER    *ZZ*SAMPLESELLER   *260601*1200*U*00401*000000001*0*T*>~';

/** An X12 interchange with one transaction set of these segments. */
export function x12(kind: string, group: string, ...segments: readonly string[]): string {
  const body = [`ST*${kind}*0001`, ...segments, `SE*${segments.length + 2}*0001`];
  return [
    isa,
    `GS*${group}*A*B*20260601*1200*1*X*004010~`,
    ...body.map((segment) => `${segment}~`),
    'GE*1*1~',
    'IEA*1*000000001~',
  ].join('\n');
}

const parties = [
  'N1*BY*Sample Harbor Foods',
  'N4*Nogales*AZ*85621',
  'N1*SE*Sample Valle Verde',
  'N4*Hermosillo**83000*MX',
];

export const order850 = x12(
  '850',
  'PO',
  ...['BEG*00*SA*PO-77**20260601', 'CUR*BY*USD', 'FOB*PP****DAP*ZZ*Nogales', ...parties],
  ...[
    'PO1*1*1000*KG*1.50**VN*PEP-1',
    'PID*F****Bell peppers',
    'PO1*2*500*KG*2**VN*MAN-1*UP*012345678905',
    'PID*F****Mangoes',
  ],
  'CTT*2',
);

export const notice856 = x12(
  '856',
  'SH',
  ...[
    'BSN*00*ASN-1*20260611*1200',
    'HL*1**S',
    'TD1*CTN*225****G*1625*KG',
    'TD3*TL*MSCU*1234565',
    'REF*BM*HBL-1',
    'DTM*011*20260611',
  ],
  ...[
    'HL*2*1*O',
    'PRF*PO-77',
    'HL*3*2*P',
    'HL*4*3*I',
    'LIN*1*VN*PEP-1',
    'SN1**1000*KG',
    'HL*5*3*I',
    'LIN*2*VN*MAN-1',
    'SN1**400*KG',
  ],
  'CTT*5',
);

export const status214 = x12(
  '214',
  'QM',
  ...['B10*PRO-1*HBL-1*SMPL', 'LX*1', 'AT7*D1*NS***20260624*1230*LT', 'MS1*Nogales*AZ'],
);

/** An EDIFACT interchange with one message of these segments. */
export function edifact(kind: string, ...segments: readonly string[]): string {
  const body = [`UNH+1+${kind}:D:96A:UN`, ...segments, `UNT+${segments.length + 2}+1`];
  return [
    "UNA:+.? '",
    "UNB+UNOC:3+4012345000009:14+4098765000010:14+260601:1200+1'",
    ...body.map((each) => `${each}'`),
    "UNZ+1+1'",
  ].join('\n');
}

const businesses = [
  'NAD+BY+++Sample Harbor Foods+Harbor Road 1+Nogales++85621+US',
  'NAD+SU+++Sample Valle Verde+Camino 12+Hermosillo++83000+MX',
];

export const orders96a = edifact(
  'ORDERS',
  ...['BGM+220+PO-77+9', 'DTM+137:20260601:102', ...businesses, 'CUX+2:USD:9', 'TOD+3++DAP'],
  ...[
    'LIN+1',
    'PIA+1+PEP-1:SA',
    'IMD+F++:::Bell peppers ?+ more',
    'QTY+21:1000:KGM',
    'PRI+AAA:1.5',
    'UNS+S',
    'CNT+2:1',
  ],
);

export const invoic96a = edifact(
  'INVOIC',
  ...[
    'BGM+380+INV-9+9',
    'DTM+137:20260610:102',
    'RFF+ON:PO-77',
    businesses[0] ?? '',
    (businesses[1] ?? '').replace('SU', 'SE'),
    'CUX+2:USD:4',
  ],
  ...[
    'LIN+1',
    'PIA+1+PEP-1:SA',
    'IMD+F++:::Bell peppers',
    'QTY+47:1000:KGM',
    'MOA+203:1500',
    'PRI+AAA:1.5',
    'RFF+ON:PO-77:1',
    'UNS+S',
    'MOA+77:1500',
  ],
);

export const desadv96a = edifact(
  'DESADV',
  ...[
    'BGM+351+DA-1+9',
    'DTM+137:20260611:102',
    'DTM+11:20260611:102',
    'RFF+ON:PO-77',
    ...businesses,
    'CPS+1',
  ],
  ...['LIN+1', 'PIA+1+PEP-1:SA', 'QTY+12:1000:KGM', 'RFF+ON:PO-77:1'],
);
