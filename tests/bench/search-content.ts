import { ulid } from 'ulid';
import { termsOf } from '../../shared/model/text/search-terms.ts';
import { otherSlugs } from '../../shared/publishing/editions/card-parts.ts';
import { allReaders, postingsOf, searchMarks, toIndexedContent } from '../../shared/showcase/search/search-postings.ts';
import { feedSortKey } from '../../shared/showcase/store/feed-keys.ts';
import { cardItem, type ShowcaseItem } from '../../shared/showcase/store/write.ts';

/** A news item as a ministry writes them: 127 words, and 185. */
export const news = {
  az: `Şagirdlər arasında keçirilən rəsm müsabiqəsinin qalibləri mükafatlandırıldı

Noyabrın 18-də nazirlikdə “Birlikdə gələcəyə” kampaniyası çərçivəsində keçirilən rəsm müsabiqəsinin qaliblərinin mükafatlandırılması mərasimi
olub. Tədbirdə nazirliyin rəhbərliyi, səfirliyin nümayəndələri, müəllimlər, valideynlər və şagirdlər iştirak ediblər.

Müsabiqə səfirliklə birgə təşkil olunub. Orada paytaxtın və bölgələrin ümumtəhsil məktəblərində oxuyan 100-ə yaxın şagird iştirak edib.
Uşaqlar öz əsərlərində ədalət, dürüstlük və məsuliyyət mövzularını əks etdiriblər. Münsiflər heyəti rəssamlardan və incəsənət müəllimlərindən
ibarət olub, əsərlər yaş qrupları üzrə qiymətləndirilib.

Qiymətləndirmənin nəticələrinə əsasən 10 əsər seçilib və nazirliyin foyesində sərgilənib. Qaliblərə diplomlar və hədiyyələr təqdim edilib.
Çıxış edənlər gənc nəslin hüquqi maarifləndirilməsinin əhəmiyyətindən danışıb, belə layihələrin davam etdiriləcəyini bildiriblər.

Sonda iştirakçılar sərgi ilə tanış olublar, xatirə şəkli çəkdiriblər. Sərgi ayın sonunadək davam edəcək və iş günləri saat 10:00-dan
17:00-dək hər kəs üçün açıqdır. Giriş pulsuzdur.`,
  en: `Winners of the drawing competition for schoolchildren received their awards

On 18 November the ministry held the award ceremony of the drawing competition that was part of the campaign “Together towards the future”.
The leadership of the ministry, representatives of the embassy, teachers, parents and pupils took part in the event.

The competition was organised jointly with the embassy. About 100 pupils of secondary schools in the capital and in the regions took part.
In their works the children dealt with justice, honesty and responsibility. The jury consisted of artists and teachers of fine arts, and
the works were judged by age groups.

Following the evaluation 10 works were selected and exhibited in the foyer of the ministry. The winners were presented with diplomas and
gifts. The speakers stressed how important the legal education of the young generation is, and said that such projects would be continued.

At the end the participants viewed the exhibition and had their picture taken. The exhibition will remain until the end of the month, and
is open to everybody on working days from 10:00 to 17:00. Admission is free.`,
};

/** What share of the texts has a word. `payız` and `yazda` never meet, and one of them is in each text. */
const shares: readonly (readonly [string, number])[] = [
  ['tədbir', 0.6],
  ['müsabiqə', 0.4],
  ['nadirsöz', 0.0002],
];

const items = (n: number): ShowcaseItem[] => {
  const time = Date.now() - n * 600_000;
  const [id, publishedAt] = [ulid(time), new Date(time).toISOString()];
  const random = (salt: number): number => Math.abs(Math.sin(n * 12.9898 + salt * 78.233) * 43758.5453) % 1;
  const words = shares.flatMap(([word, share], salt) => (random(salt) < share ? [word] : []));
  const terms = termsOf(...words, n % 2 ? 'payız' : 'yazda');
  const isExhibition = n % 50 === 0;
  const kind = isExhibition ? 'exhibition' : 'news';
  const marks = [searchMarks.all, searchMarks.kind(kind), searchMarks.category('events')];
  const day = publishedAt.slice(0, 10);
  const listed = toIndexedContent({
    publishedAt,
    days: { first: day, last: day },
    texts: [{ readers: [n % 10 < 7 ? allReaders : 'az'], terms, marks }],
  });
  const title = 'Şagirdlər arasında keçirilən rəsm müsabiqəsinin qalibləri mükafatlandırıldı';
  const image = { width: 3508, height: 4961, widths: [320, 640, 1280, 2560], color: '#a48c6e' };
  const cover = {
    ...image,
    placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
    media: id.slice(-22),
    alt: 'Məktəblinin rəsmi',
  };
  const card = {
    ...(isExhibition && { kind: 'exhibition' as const }),
    // Only cards of 0.1.0 do without: they are read a second time.
    ...otherSlugs({ az: `resm-${n}` }, 'az'),
    title,
    locale: 'az',
    slug: `resm-${n}`,
    category: 'events',
    cover,
  };
  return [...postingsOf(id, listed).values(), cardItem('FEED#az#*', feedSortKey(publishedAt, id), card)];
};

/** The postings and cards of so many texts of a few words, the newest first. */
export function* searchItems(texts: number): Generator<ShowcaseItem> {
  for (let n = 1; n <= texts; n += 1) yield* items(n);
}
