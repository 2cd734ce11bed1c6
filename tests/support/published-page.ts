import { ask, createPublished, eventually, text, unique } from './clients/client.ts';

/** A published event in two languages, and the addresses of its pages once they are there. */
export const publishedPage = async (content: object = {}) => {
  const word = unique('page');
  const answer = await createPublished({
    translations: { az: text(`Sərgi ${word}`), en: text(`Exhibition ${word}`) },
    ...content,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { id, translations } = answer.body;
  const slugs: Record<string, string> = { az: translations.az.slug, en: translations.en?.slug };
  await eventually(
    () => ask(`/az/events/${slugs.az}`),
    ({ status }) => status === 200,
  );
  return { id, word, slugs };
};
