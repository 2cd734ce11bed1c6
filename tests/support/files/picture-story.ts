import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer } from '../clients/client.ts';
import { child, type ExhibitionCloud, picture } from '../cloud/exhibition-cloud.ts';
import { withCover } from './with-cover.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Where an event shows a picture. */
type Place = 'cover' | 'text';

/** The content of an event whose text has a picture. */
const withTextPicture = (uploadId: string) => ({
  translations: { az: { body: `Mətn\n\n![Rəsm](upload:${uploadId} "Altyazı")` } },
});

/** One picture, an event that may show it, and an artwork that it may be. */
export class Story {
  readonly slug = `r-${Math.random().toString(36).slice(2, 12)}`;
  readonly bytes: Buffer;
  readonly exhibitionId: string;
  uploadId = '';
  eventId = '';
  artworkId = '';
  /** The public files of the cover, as far as it was ever seen. */
  readonly files = new Set<string>();

  readonly #cloud: ExhibitionCloud;
  readonly #place: Place;

  constructor(cloud: ExhibitionCloud, bytes: Buffer, exhibitionId: string, place: Place) {
    this.#cloud = cloud;
    this.#place = place;
    this.bytes = bytes;
    this.exhibitionId = exhibitionId;
  }

  static begin = async (cloud: ExhibitionCloud, place: Place = 'cover'): Promise<Story> =>
    new Story(cloud, await picture(), await cloud.exhibition(), place);

  /** Uploads the picture and makes it the cover of a draft, or writes it into the text. */
  async upload(): Promise<Answer | undefined> {
    const request = {
      fileName: 'a.png',
      contentType: 'image/png',
      contentLength: this.bytes.length,
      sha256: sha256(this.bytes),
    };
    const asked = await this.#cloud.ask('/v1/staff/uploads', { body: request });
    if (asked.status !== 201) return asked;
    this.uploadId = await this.#cloud.uploadFile(this.bytes);
    const translations = { az: { title: 'Tədbir', slug: this.slug, body: 'Mətn' } };
    this.eventId = await this.#cloud.draft({ campaign: this.slug, translations });
    return this.#cloud.ask(`/v1/staff/events/${this.eventId}`, {
      method: 'PATCH',
      version: 1,
      body: this.#place === 'cover' ? withCover(this.uploadId) : withTextPicture(this.uploadId),
    });
  }

  async enter(consent: object = {}): Promise<Answer> {
    const uploadId = await this.#cloud.uploadFile(this.bytes);
    const translations = { az: { title: 'Günəş', alt: 'Günəş' } };
    const body = { uploadId, translations, artist: child('Aysel Hüseynova', consent) };
    const answer = await this.#cloud.ask(`/v1/staff/exhibitions/${this.exhibitionId}/artworks`, { body });
    this.artworkId = answer.body.id;
    return answer;
  }

  publish = (): Promise<Answer> => this.#cloud.publish(this.eventId);

  narrow = (body: object = { artist: { consent: null } }): Promise<Answer> =>
    this.#cloud.changeArtwork(this.exhibitionId, this.artworkId, body);

  erase = (): Promise<Answer> =>
    this.#cloud.ask(`/v1/staff/exhibitions/${this.exhibitionId}/artworks/${this.artworkId}`, { method: 'DELETE' });

  /**
   * Whether the public sees the picture: in the event's answer, its page, the feed, its formats and the sitemap, which
   * must agree; and the status of its files.
   */
  async seen(): Promise<{ shown: boolean; files: number[] }> {
    const get = async (path: string): Promise<string> =>
      (await this.#cloud.fetch(`${this.#cloud.apiUrl}${path}`)).text();
    const { status, body } = await this.#cloud.ask(`/v1/events/${this.eventId}`);
    const isInText = this.#place === 'text';
    const inText = (): string | undefined => /<img src="([^"]*)"/.exec(body.body.html)?.[1];
    const url = status === 200 ? (isInText ? inText() : body.pictures[0]?.renditions[0].url) : undefined;
    if (url) this.files.add(url);
    const paths = [
      `/v1/feed?campaign=${this.slug}${isInText ? '&fields=body' : ''}`,
      `/v1/feed.rss?campaign=${this.slug}`,
      `/v1/feed.atom?campaign=${this.slug}`,
      `/v1/feed.json?campaign=${this.slug}`,
      `/az/events/${this.slug}`,
    ];
    const media = [...this.files].map((file) => file.split('/').at(-2) ?? '-');
    for (const path of status === 200 ? paths : []) {
      const text = await get(path);
      expect(
        media.some((one) => text.includes(one)),
        path,
      ).toBe(url !== undefined);
    }
    const files = await Promise.all([...this.files].map(async (file) => (await this.#cloud.fetch(file)).status));
    return { shown: url !== undefined, files };
  }
}
