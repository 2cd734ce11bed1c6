import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';

/** The works that are selected as it is saved, by their ids or, while the rating is blind, by their numbers. */
export const savedKeys = ({ selection }: Pick<StaffExhibition, 'selection'>): readonly string[] =>
  selection?.artworkIds ?? selection?.numbers?.map(String) ?? [];
