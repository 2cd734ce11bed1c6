import { applyPermissionToEvent } from './apply-permission-to-event.ts';
import { applyPermissionToExhibition } from './apply-permission-to-exhibition.ts';

/** The writes that apply the permission to show a picture to a place that shows it: an event, or an exhibition. */
export const applyPermission: typeof applyPermissionToEvent = (place, ...rest) =>
  place.kind === 'exhibition' ? applyPermissionToExhibition(place, ...rest) : applyPermissionToEvent(place, ...rest);
