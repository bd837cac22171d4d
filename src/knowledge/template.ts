import { FACT_ID, type FactId } from './fact.js';

/** A piece of an answer's text: words, or the place of a fact. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'fact'; readonly id: FactId }
  | { readonly kind: 'broken'; readonly text: string };

const PLACE = /\{([^{}]*)\}/;

/** Splits an answer's text at its `{fact.id}` places. */
export function parseTemplate(template: string): readonly TemplatePart[] {
  return template.split(PLACE).flatMap((text, index): TemplatePart[] => {
    if (index % 2 === 0) return text === '' ? [] : [{ kind: 'words', text }];
    return [FACT_ID.test(text) ? { kind: 'fact', id: text as FactId } : { kind: 'broken', text }];
  });
}
