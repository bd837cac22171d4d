import { assertNever } from '../base/assert-never.js';
import type { Language } from '../base/language.js';
import type { AnswerItem, Decision, SlotRequest } from '../dialog/decision.js';
import type { FactId } from '../knowledge/fact.js';
import type { Citation, Intent, IntentId } from '../knowledge/intent.js';
import { findIntent, findTariff, type Pack } from '../knowledge/pack.js';
import type { Answer, AnswerPart, Choice, Figure } from './answer.js';
import { failed } from './calculated.js';
import { calculateComparison, calculateQuote, estimate, explain, explainComparison, problemOf } from './calculation.js';
import { explainConflicts } from './conflicts.js';
import { calculateDifference } from './difference.js';
import { conflictsOf, figuresOf, sourcesOf } from './evidence.js';
import { fillText, tableOf } from './text.js';

const MOST_SUGGESTIONS = 3;

/** What one item has to say. */
interface Spoken {
  readonly parts: readonly AnswerPart[];
  readonly facts: readonly FactId[];
  readonly figures: readonly Figure[];
  readonly cites: readonly Citation[];
}

/** Turns a decision into what to say about it: texts of the pack, the calculator's figures, sources, conflicts, what to ask next. */
export function compose(pack: Pack, decision: Decision, language: Language): Answer {
  const say = (answer: Partial<Answer>, spoken: readonly Spoken[] = []): Answer => assemble(pack, language, answer, spoken);
  switch (decision.kind) {
    case 'answer': {
      const { items, request } = decision;
      const spoken = items.map((item) => speak(pack, item, language));
      const asked = request ? [...items, request.item] : items;
      const wrong = request && wrongSum(request);
      const vague = request?.because?.kind === 'vague' ? estimate(pack, request.item.slots, request.because) : undefined;
      return say(
        {
          kind: request ? 'clarify' : 'answer',
          intents: asked.map(({ intent, confidence }) => ({ id: intent, confidence })),
          slots: Object.assign({}, ...asked.map(({ slots }) => slots)),
          parts: wrong ? [] : questions(decision),
          options: request && !wrong ? methodChoices(pack, request, language) : [],
          suggestions: request ? [] : choices(pack, nextOf(pack, items), language),
        },
        [...spoken, ...(wrong ? [wrong] : []), ...(vague ? [vague] : [])],
      );
    }
    case 'clarify':
      return say({
        kind: 'clarify',
        intents: decision.options.map(({ intent, confidence }) => ({ id: intent, confidence })),
        parts: [{ kind: 'which' }],
        options: choices(
          pack,
          decision.options.map(({ intent }) => intent),
          language,
          decision.options.length,
        ),
      });
    case 'fallback': {
      const offers = decision.rejected ? 'rephrase' : decision.offersPerson ? 'person' : 'nearest';
      const topic = pack.nearMisses.find(({ id }) => id === decision.nearMiss)?.title[language];
      return say({
        kind: 'fallback',
        parts: [{ kind: 'unknown', ...(topic !== undefined && { topic }), offers }],
        suggestions: [...choices(pack, decision.nearest, language), ...personChoice(pack, language)],
      });
    }
    case 'repeat': {
      const again = decision.decision
        ? compose(pack, decision.decision, language)
        : say({ suggestions: choices(pack, nextOf(pack, [decision.item]), language) }, [speak(pack, decision.item, language)]);
      return { ...again, intents: [{ id: decision.item.intent, confidence: decision.item.confidence }, ...again.intents] };
    }
    case 'cancel':
      return say({ intents: intentsOf(decision.item), suggestions: choices(pack, nextOf(pack, [decision.item]), language) }, [
        speak(pack, decision.item, language),
      ]);
    case 'stay': {
      const { because, resumes } = decision;
      return say({
        parts: [{ kind: 'stay', because }, ...(resumes ? [{ kind: 'request', request: resumes, resumes: true } as const] : [])],
        options: resumes ? methodChoices(pack, resumes, language) : [],
        suggestions: resumes ? [] : choices(pack, pack.starters, language),
      });
    }
    case 'handoff':
      return say({ kind: 'handoff', intents: intentsOf(decision.item) }, [speak(pack, decision.item, language)]);
    default:
      return assertNever(decision);
  }
}

/** What the bot asks for, or comes back to. */
function questions({ request, resumes }: Extract<Decision, { kind: 'answer' }>): readonly AnswerPart[] {
  if (request) return [{ kind: 'request', request }];
  return resumes ? [{ kind: 'request', request: resumes, resumes: true }] : [];
}

/** A sum that no way could carry is told of before a way is asked for. */
function wrongSum({ slot, item: { slots } }: SlotRequest): Spoken | undefined {
  const sum = slots.amount ?? slots.target;
  const error = slot === 'method' && sum !== undefined ? problemOf(sum) : undefined;
  return error && failed(error);
}

const intentsOf = ({ intent, confidence }: AnswerItem): Answer['intents'] => [{ id: intent, confidence }];

function assemble(pack: Pack, language: Language, answer: Partial<Answer>, spoken: readonly Spoken[]): Answer {
  const facts = [...new Set(spoken.flatMap((each) => each.facts))];
  const figures = [...spoken.flatMap((each) => each.figures), ...figuresOf(pack, facts)];
  return {
    kind: 'answer',
    language,
    intents: [],
    slots: {},
    figures,
    facts,
    sources: sourcesOf(
      pack,
      spoken.flatMap(({ cites }) => cites),
      language,
    ),
    conflicts: conflictsOf(pack, facts, language),
    options: [],
    suggestions: [],
    ...answer,
    parts: [...spoken.flatMap(({ parts }) => parts), ...(answer.parts ?? [])],
  };
}

function speak(pack: Pack, item: AnswerItem, language: Language): Spoken {
  if (item.explains?.conflict) return explainedConflict(pack, item, language);
  if (item.differs) return calculateDifference(pack, item.differs);
  const answer = findIntent(pack, item.intent)?.answer;
  if (!answer) return { parts: [], facts: [], figures: [], cites: [] };
  switch (answer.kind) {
    case 'quote':
      return warned(pack, item, item.explains ? explain(pack, item.slots, item.explains) : calculateQuote(pack, item.slots), language);
    case 'compare':
      return warned(
        pack,
        item,
        item.explains ? explainComparison(pack, item.slots, item.explains) : calculateComparison(pack, item.slots),
        language,
      );
    case 'text': {
      const text = fillText(pack, answer.text[language], language);
      const table = answer.table ? tableOf(pack, answer.table, language) : { parts: [], facts: [] };
      const warning: readonly AnswerPart[] = answer.warning ? [{ kind: 'warning', text: answer.warning[language] }] : [];
      return {
        parts: [...text.parts, ...table.parts, ...warning],
        facts: [...text.facts, ...table.facts],
        figures: [],
        cites: answer.cites,
      };
    }
    case 'repeat':
    case 'cancel':
    case 'handoff':
      return { ...fillText(pack, answer.text[language], language), figures: [], cites: [] };
    default:
      return assertNever(answer);
  }
}

/** Which of the article's statements an answer went by: the statements first, then what was worked out, with what the others would give. */
function explainedConflict(pack: Pack, { explains: _, ...item }: AnswerItem, language: Language): Spoken {
  const before = speak(pack, item, language);
  const isCalculated = findIntent(pack, item.intent)?.answer.kind !== 'text';
  const [first] = before.parts;
  const isSame = first?.kind === 'quote' && first.total === undefined;
  const calculated = isCalculated ? (isSame ? ('same' as const) : ('differs' as const)) : undefined;
  const { parts, facts, cites } = explainConflicts(pack, before.facts, calculated, language);
  return {
    parts: [...parts, ...(isCalculated && facts.length > 0 ? before.parts : [])],
    facts: [...new Set([...before.facts, ...facts])],
    figures: isCalculated ? before.figures : [],
    cites: [...before.cites, ...cites],
  };
}

/** A price with the warnings that go with its route. */
function warned(pack: Pack, { slots: { from, to } }: AnswerItem, spoken: Spoken, language: Language): Spoken {
  const touched = pack.routeWarnings.filter(
    (each) => from !== undefined && to !== undefined && each.from.includes(from) && each.to.includes(to),
  );
  const texts = touched.map(({ text }) => fillText(pack, text[language], language));
  const warnings = texts
    .flatMap(({ parts }) => parts)
    .flatMap((part): AnswerPart[] => (part.kind === 'paragraph' ? [{ kind: 'warning', text: part.text }] : []));
  return { ...spoken, parts: [...spoken.parts, ...warnings], facts: [...spoken.facts, ...texts.flatMap(({ facts }) => facts)] };
}

/** What the items suggest next, without what was just answered. */
function nextOf(pack: Pack, items: readonly AnswerItem[]): readonly IntentId[] {
  const answered = new Set(items.map(({ intent }) => intent));
  const suggested = items.flatMap(({ intent }) => findIntent(pack, intent)?.suggest ?? []);
  return [...new Set(suggested)].filter((id) => !answered.has(id));
}

function choices(pack: Pack, ids: readonly IntentId[], language: Language, most = MOST_SUGGESTIONS): readonly Choice[] {
  return ids
    .map((id) => findIntent(pack, id))
    .filter((intent): intent is Intent => intent !== undefined)
    .slice(0, most)
    .map(({ title, ask }) => ({ label: title[language], send: ask[language] }));
}

function personChoice(pack: Pack, language: Language): readonly Choice[] {
  return pack.intents
    .filter(({ answer }) => answer.kind === 'handoff')
    .map(({ title, ask }) => ({ label: title[language], send: ask[language] }));
}

function methodChoices(pack: Pack, { slot, methods }: SlotRequest, language: Language): readonly Choice[] {
  if (slot !== 'method') return [];
  return methods.flatMap((id) => {
    const name = findTariff(pack, id)?.name[language];
    return name === undefined ? [] : [{ label: name, send: name }];
  });
}
