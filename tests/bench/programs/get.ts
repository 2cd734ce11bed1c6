export const handler = async (url: string) => ({ body: await (await fetch(url)).text() });
