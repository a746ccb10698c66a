/** A file of an archive; names are ASCII, with `/` between folders. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: the archive says nothing of when it was made. */
const FIRST_DAY = 0x21;

/** A ZIP archive that stores its files as they are (PKWARE APPNOTE 6.3, method 0), below four gigabytes. */
export function zip(files: readonly ZipFile[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name, 'ascii');
    const about = description(title.length, bytes);
    const head = Buffer.concat([uint32(LOCAL), about, title]);
    central.push(
      uint32(CENTRAL),
      Buffer.from([VERSION, 0]),
      about,
      // No comment, first disk, no attributes.
      Buffer.alloc(10),
      uint32(offset),
      title,
    );
    local.push(head, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    offset += head.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    ...[uint32(END), Buffer.alloc(4), uint16(files.length), uint16(files.length)],
    ...[uint32(directory.length), uint32(offset), uint16(0)],
  ]);
  return Buffer.concat([...local, directory, end]);
}

/** What both headers say of a file: version, flags, method, time, sum, sizes, length of its name. */
function description(nameLength: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    ...[uint16(VERSION), uint16(0), uint16(0), uint16(0), uint16(FIRST_DAY), uint32(crc32(bytes))],
    ...[uint32(bytes.length), uint32(bytes.length), uint16(nameLength), uint16(0)],
  ]);
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The check sum of the format (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
