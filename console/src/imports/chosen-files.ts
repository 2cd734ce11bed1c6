import type { ChosenFile } from './chosen-file.ts';

const filesBelow = async (entry: FileSystemEntry): Promise<ChosenFile[]> => {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives some entries at a time, until it gives none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesBelow(one)));
  }
};

/** The files that were dropped, those in folders too. To be called while the event is handled: afterwards it has none. */
export const droppedFiles = (transfer: DataTransfer): Promise<ChosenFile[]> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return Promise.all(entries.map(filesBelow)).then((found) => found.flat());
};

/** The files of a field. */
export const chosenFiles = (files: readonly File[]): ChosenFile[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
