/** What a concept is about; features and entity rules ask for the kind, never for a concept by name. */
export const CONCEPT_KINDS = [
  'platform',
  'method',
  'action',
  'question',
  /** Which is cheapest or better, and which is fastest; questions too. */
  'cost-question',
  'speed-question',
  'source',
  'target',
  /** That something cannot be done, which rules nothing out; and that something is not wanted. */
  'inability',
  'negation',
  'exclusion',
  'fee',
  'how-much',
  'arrival',
  'continuation',
  'rejection',
  'agreement',
  'topic',
  'other-product',
  /** Words that only sound like a concept: they are passed over. */
  'unrelated',
] as const;

export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Words that mean the same to this domain. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** Simplified characters or plain English, folded. */
  readonly spellings: readonly string[];
}
