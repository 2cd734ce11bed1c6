import { PageSizes, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** What is played, in two parts. */
const parts = [
  {
    title: 'Part one: Segah',
    pieces: ['Bardasht', 'Maya', 'Mubarriga', 'Zabul', 'Manandi-hisar', 'Return to Maya'],
    note: 'A dastgah is a cycle: each section climbs a little higher and comes back to the ground note.',
  },
  {
    title: 'Part two: improvisations',
    pieces: ['On Zabul, for double bass', 'Morning in Ichari Shahar', 'Four hands and a tar', 'All together'],
    note: 'No two evenings are alike: the musicians agree on the themes only.',
  },
] as const;

const [ink, soft, accent, paper] = [
  rgb(0.1, 0.12, 0.2),
  rgb(0.36, 0.38, 0.46),
  rgb(0.72, 0.33, 0.2),
  rgb(0.98, 0.96, 0.92),
];

const margin = 48;

/** A page with a band and rings, as the poster of the concert has them. */
const addPage = (document: PDFDocument): PDFPage => {
  const page = document.addPage(PageSizes.A5);
  const { width, height } = page.getSize();
  page.drawRectangle({ x: 0, y: 0, width, height, color: paper });
  page.drawRectangle({ x: 0, y: height - 96, width, height: 96, color: ink });
  for (let radius = 18; radius < 96; radius += 13)
    page.drawCircle({
      x: width - margin,
      y: height - 96,
      size: radius,
      borderColor: accent,
      borderWidth: 1.5,
      opacity: 0,
    });
  return page;
};

interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
}

const drawPart = (
  page: PDFPage,
  { title, pieces, note }: (typeof parts)[number],
  { plain, bold, italic }: Fonts,
): void => {
  const { width, height } = page.getSize();
  page.drawText('An autumn evening', { x: margin, y: height - 44, font: bold, size: 18, color: paper });
  page.drawText('Mugham and jazz: the programme', { x: margin, y: height - 66, font: plain, size: 11, color: paper });
  page.drawText(title, { x: margin, y: height - 150, font: bold, size: 16, color: accent });
  for (const [n, piece] of pieces.entries()) {
    const y = height - 186 - n * 26;
    page.drawText(`${n + 1}`, { x: margin, y, font: bold, size: 11, color: soft });
    page.drawText(piece, { x: margin + 24, y, font: plain, size: 12, color: ink });
    page.drawLine({
      start: { x: margin, y: y - 9 },
      end: { x: width - margin, y: y - 9 },
      color: soft,
      thickness: 0.3,
    });
  }
  page.drawText(note, {
    x: margin,
    y: 96,
    font: italic,
    size: 10,
    color: soft,
    maxWidth: width - 2 * margin,
    lineHeight: 14,
  });
};

/**
 * The programme of the concert: two pages, drawn here. Its words are English, since the fonts of every PDF lack letters
 * of others.
 */
export const concertProgramme = async (): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const fonts = {
    plain: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.TimesRomanBold),
    italic: await document.embedFont(StandardFonts.TimesRomanItalic),
  };
  for (const part of parts) drawPart(addPage(document), part, fonts);
  return Buffer.from(await document.save());
};
