const PATHS = {
  signed:
    'M12 2 4 5v6c0 5 3.4 9.4 8 11 4.6-1.6 8-6 8-11V5l-8-3Zm-1.2 13.6-3.4-3.4 1.4-1.4 2 2 4.6-4.6 1.4 1.4-6 6Z',
  imported: 'M6 2h8l5 5v15H6V2Zm7 1.5V8h4.5L13 3.5ZM8.5 12v1.5h7V12h-7Zm0 4v1.5h7V16h-7Z',
  typed:
    'm3 17.2V21h3.8L17.8 9.9 14.1 6.200 3 17.2ZM20.700 7a1 1 0 0 0 0-1.400L18.400 3.300a1 1 0 0 0-1.400 0l-1.800 1.800 3.700 3.700L20.700 7Z',
  computed:
    'M4 3h16v18H4V3Zm3 3v3h10V6H7Zm0 6v2h2.500v-2H7Zm3.800 0v2h2.400v-2h-2.400Zm3.700 0v5H17v-5h-2.500ZM7 15.500v2h2.500v-2H7Zm3.800 0v2h2.400v-2h-2.400Z',
  assigned:
    'M9.500 3 8.800 8H4.500v2h4l-.5 4H4v2h3.700L7 21h2l.7-5h4l-.7 5h2l.7-5H20v-2h-4l.5-4H20.500V8h-3.700l.7-5h-2l-.7 5h-4l.7-5h-2Zm1 7h4l-.5 4h-4l.5-4Z',
  passed: 'M9 16.200 4.800 12l-1.400 1.400L9 19 21 7l-1.400-1.400L9 16.200Z',
  failed:
    'M19 6.400 17.600 5 12 10.600 6.400 5 5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12 19 6.400Z',
  unknown:
    'M11 18h2v-2h-2v2Zm1-16a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm0-14a4 4 0 0 0-4 4h2a2 2 0 1 1 4 0c0 2-3 1.800-3 5h2c0-2.300 3-2.500 3-5a4 4 0 0 0-4-4Z',
  none: 'M5 11h14v2H5z',
  clock:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm.5-13H11v6l5.200 3.200.8-1.300-4.500-2.700V7Z',
  refuse:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm5 13.600L15.600 17 12 13.400 8.400 17 7 15.600l3.600-3.600L7 8.400 8.400 7l3.600 3.600L15.600 7 17 8.400 13.400 12l3.600 3.600Z',
  refer: 'M14.400 6 14 4H5v17h2v-7h5.600l.4 2h7V6h-5.600Z',
  warn: 'M1 21h22L12 2 1 21Zm12-3h-2v-2h2v2Zm0-4h-2v-4h2v4Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 15h-2v-6h2v6Zm0-8h-2V7h2v2Z',
  copy: 'M16 1H4a2 2 0 0 0-2 2v14h2V3h12V1Zm3 4H8a2 2 0 0 0-2 2v14c0 1.100.9 2 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2Zm0 16H8V7h11v14Z',
  lock: 'M18 8h-1V6A5 5 0 0 0 7 6v2H6a2 2 0 0 0-2 2v10c0 1.100.9 2 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2ZM9 6a3 3 0 0 1 6 0v2H9V6Zm3 11a2 2 0 1 1 0-4 2 2 0 0 1 0 4Z',
  upload: 'M9 16h6v-6h4l-7-7-7 7h4v6Zm-4 2h14v2H5v-2Z',
} as const;

export type IconName = keyof typeof PATHS;

/** A small sign beside words; it never stands alone, so readers of the page skip it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
