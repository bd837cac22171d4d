/**
 * Any string as a text that a database gives back unchanged: NUL, which SQLite ends a text at and PostgreSQL refuses, and lone
 * surrogates are escaped as in JSON. Ordinary ids stay as they are.
 */
export const toColumn = (text: string): string => JSON.stringify(text).slice(1, -1);

export const fromColumn = (text: string): string => JSON.parse(`"${text}"`) as string;
