import { useSearchParams } from 'wouter';

/** What the address says of a screen, and a way to change some of it in place: an empty text takes it away. */
export const useAddress = () => {
  const [search, setSearch] = useSearchParams();
  const set = (changes: Readonly<Partial<Record<string, string>>>): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return [search, set] as const;
};
