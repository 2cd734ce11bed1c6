/** The channels of a colour (`#rrggbb`), each from 0 to 255. */
const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** The relative luminance of a colour (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How much two colours (`#rrggbb`) differ, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export const contrastOf = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
};

/** Least contrast of text to what is behind it (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/**
 * What is read on a colour: white, or black where white would be too faint. One of the two always has the least
 * contrast.
 */
export const inkOn = (colour: string): '#ffffff' | '#000000' =>
  contrastOf(colour, '#ffffff') >= leastContrast ? '#ffffff' : '#000000';

/** The colour mixed with as little white as gives it a contrast to a dark `paper`. */
export const lightenedOn = (colour: string, paper: string, contrast: number): string => {
  const channels = channelsOf(colour);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = channels.map((channel) => Math.round(channel + (255 - channel) * part));
    const text = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (contrastOf(text, paper) >= contrast) return text;
  }
  return '#ffffff';
};
