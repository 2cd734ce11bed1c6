import type { PublicOrganiser } from '../../../contract/public-schemas.ts';
import type { PublicFile } from '../../../model/files/document.ts';
import type { Picture } from '../../../model/files/picture.ts';

/** The publisher: the institution, by its name and address. */
export interface PublisherOrganization {
  readonly name: string;
  readonly url: string;
}

export type Node = Readonly<Record<string, unknown>>;

/** An address of a schema.org term. */
export const schema = (term: string): string => `https://schema.org/${term}`;

export const organization = ({ name, url }: PublisherOrganization): Node => ({ '@type': 'Organization', name, url });

export const imageObject = ({ renditions, alt }: Picture): Node | undefined => {
  const largest = renditions.findLast(({ type }) => type === 'image/jpeg');
  return (
    largest && { '@type': 'ImageObject', url: largest.url, width: largest.width, height: largest.height, caption: alt }
  );
};

/** A file to open or keep: a document of its own (https://schema.org/DigitalDocument), encoded by the file. */
export const digitalDocument = ({ title, url, type, bytes }: PublicFile): Node => ({
  '@type': 'DigitalDocument',
  name: title,
  url,
  encodingFormat: type,
  encoding: { '@type': 'MediaObject', contentUrl: url, encodingFormat: type, contentSize: `${bytes} B` },
});

export const graph = (...nodes: readonly Node[]): Node => ({ '@context': 'https://schema.org', '@graph': nodes });

export const optional = (name: string, value: unknown): Node =>
  value === undefined || value === '' ? {} : { [name]: value };

/** The schema.org property for the role of an organiser. */
const roleProperties = { host: 'organizer', partner: 'contributor', sponsor: 'sponsor' } as const;

/** Those who hold something, each by its role; the publisher where nobody else does. */
export const organisersOf = (organisers: readonly PublicOrganiser[], publisher: PublisherOrganization): Node => {
  const entries = Object.entries(roleProperties).map(([role, property]): [string, Node[]] => [
    property,
    organisers.filter((one) => one.role === role).map(({ name }) => ({ '@type': 'Organization', name })),
  ]);
  const named = Object.fromEntries(entries.filter(([, nodes]) => nodes.length > 0));
  return { organizer: organization(publisher), ...named };
};
