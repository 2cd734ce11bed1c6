import { describe, expect, it } from 'vitest';
import { defaultSite } from '../../../../shared/model/site/site.ts';
import { exhibitionCollection } from '../../../../shared/public/iiif/iiif-collection.ts';
import { exhibition, exhibitionId, image } from './iiif-samples.ts';
import { hasSchema, schemaErrors } from './iiif-schema.ts';

const base = 'https://sergi.example';

const older = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAA',
  content: { translations: { ru: { title: 'Выставка', slug: 'vystavka', description: 'Она.' } } },
  cover: image,
};

const collection = exhibitionCollection([exhibition, older], defaultSite);

describe('the collection of exhibitions', () => {
  it('names their manifests in the order given', () => {
    expect(collection).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: `${base}/v1/iiif/collection`,
      type: 'Collection',
      label: { az: ['Sərgi: Sərgilər'], en: ['Sergi: Exhibitions'], ru: ['Серги: Выставки'] },
    });
    expect(collection.items).toMatchObject([
      {
        id: `${base}/v1/exhibitions/${exhibitionId}/manifest`,
        type: 'Manifest',
        label: { az: ['Rəsm sərgisi'], en: ['Drawings'], ru: ['Рисунки'] },
      },
      { type: 'Manifest', label: { ru: ['Выставка'] }, thumbnail: [{ id: `${base}/media/${image.media}/320.jpg` }] },
    ]);
  });

  it('holds no manifest itself', () => {
    for (const item of collection.items) expect(item).not.toHaveProperty('items');
  });

  it.runIf(hasSchema)('is valid by the official schema, also while there is none', () => {
    expect(schemaErrors(collection, 'collection')).toEqual([]);
    expect(schemaErrors(exhibitionCollection([], defaultSite), 'collection')).toEqual([]);
  });
});
