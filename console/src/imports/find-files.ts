import type { ChosenFile } from '../ui/chosen-file.ts';

const normal = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Finds the files that an archive names: by their way from the archive's folder, as the command does, or else by a name
 * that one file alone has, since the person may choose files without their folders.
 */
export const fileFinder = (
  archive: ChosenFile,
  chosen: readonly ChosenFile[],
): ((name: string) => File | undefined) => {
  const own = normal(archive.path);
  const folder = own.slice(0, own.length - nameIn(own).length);
  const byPath = new Map(chosen.map(({ path, file }) => [normal(path), file]));
  const byName = Map.groupBy(chosen, ({ path }) => nameIn(normal(path)));
  return (name) => {
    const wanted = normal(name);
    const [only, ...others] = byName.get(nameIn(wanted)) ?? [];
    return byPath.get(`${folder}${wanted}`) ?? (others.length === 0 ? only?.file : undefined);
  };
};
