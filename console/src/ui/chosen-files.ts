import type { ChosenFile } from './chosen-file.ts';

/** Chosen files; those of a chosen folder know their place in it. */
export const chosenFiles = (files: readonly File[]): ChosenFile[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));

const filesBelow = async (entry: FileSystemEntry): Promise<ChosenFile[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives some entries at a time, until it gives none.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const one of entries) found.push(...(await filesBelow(one)));
  }
};

/** Dropped files, with those of dropped folders. To be called while the event is handled: afterwards it has none. */
export const droppedFiles = async (transfer: DataTransfer): Promise<ChosenFile[]> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return chosenFiles([...transfer.files]);
  return (await Promise.all(entries.map(filesBelow))).flat();
};
