import type { PublicPlace } from '../../../contract/public-schemas.ts';

/** A map of where something is: at its point on Earth, or found by its address or name. */
export const mapUrl = ({ name, address, latitude, longitude }: PublicPlace): string | undefined => {
  if (latitude !== undefined && longitude !== undefined) {
    const marker = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) });
    return `https://www.openstreetmap.org/?${marker}#map=17/${latitude}/${longitude}`;
  }
  const query = [name, address].filter(Boolean).join(', ');
  return query ? `https://www.openstreetmap.org/search?${new URLSearchParams({ query })}` : undefined;
};
