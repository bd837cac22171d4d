/** Activities of Bot Framework as JSON, and how a `.chat` file keeps in its comments what it has no words for. */

/** What is read of an activity and of the objects in it, before it is known to be there. */
export interface Json {
  readonly type?: unknown;
  readonly from?: unknown;
  readonly recipient?: unknown;
  readonly role?: unknown;
  readonly name?: unknown;
  readonly text?: unknown;
  readonly suggestedActions?: unknown;
  readonly actions?: unknown;
  readonly title?: unknown;
  readonly locale?: unknown;
  readonly channelId?: unknown;
  readonly conversation?: unknown;
  readonly id?: unknown;
}

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Labels of the suggested actions. */
export function titlesOf({ suggestedActions }: Json): readonly string[] {
  const actions = isObject(suggestedActions) && Array.isArray(suggestedActions.actions) ? suggestedActions.actions : [];
  return actions.flatMap((action: unknown) => (isObject(action) ? (stringOf(action.title) ?? []) : []));
}

const KEPT_MESSAGE = '= ';
const KEPT_OTHER = '+ ';

// The text stands in the file itself, but for spaces that the file does not keep.
export const keepMessage = (whole: Json): string => `${KEPT_MESSAGE}${JSON.stringify(whole)}`;
export const keepOther = (whole: Json): string => `${KEPT_OTHER}${JSON.stringify(whole)}`;

export function readKept(line: string): { readonly kind: 'message' | 'other'; readonly activity: Json } | undefined {
  const [, mark, json] = /^> ([=+] )(\{.*\})$/u.exec(line) ?? [];
  if (mark === undefined || json === undefined) return undefined;
  try {
    const activity: unknown = JSON.parse(json);
    return isObject(activity) ? { kind: mark === KEPT_MESSAGE ? 'message' : 'other', activity } : undefined;
  } catch {
    // A comment that only looks like one of ours.
    return undefined;
  }
}
