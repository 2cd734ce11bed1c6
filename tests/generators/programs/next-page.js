// Makes the page of each event that the site knows, as Next.js does when it is built: prints an object of pages by
// slug.
import { renderToStaticMarkup } from 'react-dom/server';
import EventPage, { generateStaticParams } from './src/app/events/[slug]/page.tsx';

const render = async (slug) => renderToStaticMarkup(await EventPage({ params: Promise.resolve({ slug }) }));
const pages = {};
for (const { slug } of await generateStaticParams()) pages[slug] = await render(slug);
const ended = await render('no-such-event').catch(({ message }) => message);
if (ended !== 'notFound') throw new Error(`An event that there is not ended with ${ended}.`);
console.log(JSON.stringify(pages));
