function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A directory's reader hands out its members in batches, the last one empty. */
async function membersOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const members: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return members;
    members.push(...batch);
  }
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const members = await membersOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(members.map(filesOf))).flat();
}

/** The files of a drop; a dropped folder gives every file below it. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? undefined);
  if (entries.some((entry) => entry === undefined)) return [...transfer.files];
  const known = entries.filter((entry) => entry !== undefined);
  return (await Promise.all(known.map(filesOf))).flat();
}
