import { writtenEvent } from '../events/written-event.ts';
import { writtenExhibition } from '../exhibitions/written-exhibition.ts';
import type { AnyKind } from './written-kind.ts';

/** Everything that is written in an editor of the console, by its name. */
export const writtenKinds: Readonly<Record<AnyKind['name'], AnyKind>> = {
  event: writtenEvent,
  exhibition: writtenExhibition,
};
