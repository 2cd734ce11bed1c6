import { type ExhibitionContent, exhibitionContentSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import type { WrittenKind } from '../editing/written-kind.ts';
import type { StaffExhibition } from './staff-exhibition.ts';

/** What is written of an exhibition. */
export type Content = Readonly<ExhibitionContent>;

const fields = Object.keys(exhibitionContentSchema.shape) as (keyof ExhibitionContent)[];

/** Exhibitions. */
export const writtenExhibition: WrittenKind<Content, StaffExhibition> = {
  ...{ name: 'exhibition', path: '/exhibitions', lists: 'exhibitions' },
  emptyContent: exhibitionContentSchema.parse({}),
  contentOf: (exhibition) => Object.fromEntries(fields.map((field) => [field, exhibition[field]])) as Content,
  sentOf: (content) => content,
  read: (api, id) => api.call('getStaffExhibition', { params: { id } }),
  create: (api, body, key) => api.call('createExhibition', { body, key }),
  update: (api, id, version, body) => api.call('updateExhibition', { params: { id }, version, body }),
};
