import { isBehindCdn } from '../../aws/environment.ts';
import { saveDeletedFiles } from '../../desk/store/deleted-files.ts';
import type { CacheTag } from '../../freshness/answer-facts.ts';
import { deletePublishedDocument, documentKey } from '../../media/document-files.ts';
import { haveTags } from '../../media/have-tags.ts';
import { manifestKey, removeManifest } from '../../media/manifest-file.ts';
import { deletePublishedImages, imageKey } from '../../media/publish-media.ts';
import type { ArtworkImage } from '../../model/exhibitions/artwork.ts';
import { isDocument, type PublicMedia } from '../../model/publication/edition.ts';
import { everyFile } from '../../showcase/changes/affected-tags.ts';
import { letForget, repetitionDelays } from '../../showcase/changes/repetition.ts';

/** What has files in public: images, documents, and manifests by their media. */
interface WithFiles {
  readonly media?: readonly (PublicMedia | ArtworkImage)[];
  readonly manifests?: readonly string[];
}

/**
 * Deletes the public files of an event or an exhibition, whose tag they have; missing ones are ignored. Then lets the
 * CDN forget them, once for each cache on the way; that they are forgotten `confirmForgotten` looks for.
 */
export const deleteFilesOf = async (tag: CacheTag, { media = [], manifests = [] }: WithFiles): Promise<void> => {
  const images = media.flatMap((one) => (isDocument(one) ? [] : [one]));
  const documents = media.filter(isDocument);
  const keys = [...images.map(imageKey), ...documents.map(documentKey), ...manifests.map(manifestKey)];
  const [first] = keys;
  if (first === undefined) return;
  const since = new Date().toISOString();
  const items = isBehindCdn() ? [`#${tag}`, ...((await haveTags(keys)) ? [] : everyFile)] : [];
  if (items.length > 0) await saveDeletedFiles({ items, path: `/${first}`, since });
  await deletePublishedImages(images);
  for (const document of documents) await deletePublishedDocument(document);
  for (const manifest of manifests) await removeManifest(manifest);
  if (items.length > 0) await letForget(items, `${first} ${since}`, [0, ...repetitionDelays]);
};
