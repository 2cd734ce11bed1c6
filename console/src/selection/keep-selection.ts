import * as z from 'zod';

const keptSchema = z.object({
  /** What it began from. */
  base: z.array(z.string()),
  mine: z.array(z.string()),
  /** Whether the works are named by the numbers of the jury. */
  isBlind: z.boolean(),
});

type KeptSelection = z.output<typeof keptSchema>;

const nameOf = (person: string, exhibition: string): string => `sergi.selection.${person}.${exhibition}`;

/** Keeps on the device what a person has selected and not saved: ids or numbers, and no names. */
export const keepSelection = (person: string, exhibition: string, kept: KeptSelection | undefined): void => {
  const name = nameOf(person, exhibition);
  try {
    if (kept) localStorage.setItem(name, JSON.stringify(kept));
    else localStorage.removeItem(name);
  } catch {
    // There is no room: the selection is still on the screen, and leaving it asks.
  }
};

/** What was kept; undefined where nothing was that can be read. */
export const keptSelection = (person: string, exhibition: string): KeptSelection | undefined => {
  try {
    return keptSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(person, exhibition)) ?? '')).data;
  } catch {
    return undefined;
  }
};
