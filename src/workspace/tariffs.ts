import type { z } from 'zod';
import type { Interval } from '../base/interval.js';
import { type Fen, fen } from '../base/money.js';
import { equals, multiply, type Rational, rational } from '../base/rational.js';
import type { Article } from '../knowledge/article.js';
import type { FactId, Unit } from '../knowledge/fact.js';
import type { Leg, Limit, Sourced, Tariff } from '../knowledge/tariff.js';
import type { Problem } from './problem.js';
import type { tariffsSchema } from './schemas.js';
import type { Path, YamlFile } from './yaml.js';

type TariffsFile = YamlFile<z.infer<typeof tariffsSchema>>;
type Method = z.infer<typeof tariffsSchema>['methods'][number];

/** The tariffs of one article, their figures looked up in its facts. A figure that is not there is a problem and leaves its method out. */
export function readTariffs(file: TariffsFile, article: Article, problems: Problem[]): readonly Tariff[] {
  return file.value.methods.flatMap((method, index): Tariff[] => {
    const before = problems.length;
    const tariff = new TariffReader(file, ['methods', index], article, problems).read(method);
    return problems.length === before && tariff ? [tariff] : [];
  });
}

class TariffReader {
  private readonly file: TariffsFile;
  private readonly path: Path;
  private readonly article: Article;
  private readonly problems: Problem[];

  constructor(file: TariffsFile, path: Path, article: Article, problems: Problem[]) {
    this.file = file;
    this.path = path;
    this.article = article;
    this.problems = problems;
  }

  read(method: Method): Tariff | undefined {
    if (!this.article.sections.some(({ id }) => id === method.section))
      this.problem('section', 'link', `there is no section "${method.section}" in ${this.article.id}`, 'name a section of the article');
    const [first, ...rest] = method.legs.flatMap((leg, index) => this.leg(leg, index) ?? []);
    if (!first) return undefined;
    const time = method.time === undefined ? undefined : this.range(method.time, 'minute', 'time');
    const total = method.total === undefined ? undefined : this.range(method.total, 'percent', 'total');
    const claims = method.claims.flatMap((claim, index) => this.fact(claim, 'claims', index)?.id ?? []);
    const failureRate = method.failureRate === undefined ? undefined : this.range(method.failureRate, 'percent', 'failureRate');
    return {
      id: method.id,
      name: method.name,
      aliases: method.aliases,
      startsAt: method.startsAt,
      ...(method.endsAt && { endsAt: method.endsAt }),
      ...(claims.length > 0 && { claims }),
      ...(total && { total }),
      source: { article: this.article.id, section: method.section },
      recommended: method.recommended,
      legs: [first, ...rest],
      limits: method.limits.flatMap((limit, index) => this.limit(limit, index) ?? []),
      rounding: method.rounding,
      ...(time && { time }),
      ...(failureRate && { failureRate }),
      ...(method.validFrom !== undefined && { validFrom: method.validFrom }),
      ...(method.validUntil !== undefined && { validUntil: method.validUntil }),
    };
  }

  private leg(leg: Method['legs'][number], index: number): Leg | undefined {
    const at = (key: string) => ['legs', index, key];
    const rate = this.range(leg.rate, 'percent', ...at('rate'));
    const amount = (key: 'minimum' | 'maximum' | 'fixed' | 'freeAllowance') => {
      const reference = leg[key];
      const value = reference === undefined ? undefined : this.money(reference, ...at(key));
      return value && { [key]: value };
    };
    const tiers = leg.tiers?.flatMap((tier, tierIndex) => {
      const above = this.money(tier.above, ...at('tiers'), tierIndex, 'above');
      const more = this.range(tier.rate, 'percent', ...at('tiers'), tierIndex, 'rate');
      return above && more ? [{ above, rate: more }] : [];
    });
    return (
      rate && {
        name: leg.name,
        rate,
        ...(tiers && { tiers }),
        ...amount('minimum'),
        ...amount('maximum'),
        ...amount('fixed'),
        ...amount('freeAllowance'),
      }
    );
  }

  private limit(limit: Method['limits'][number], index: number): Limit | undefined {
    if ('amount' in limit) {
      const amount = this.money(limit.amount, 'limits', index, 'amount');
      return amount && { kind: 'amount', basis: limit.basis, amount };
    }
    const [kind, reference] = 'unlimited' in limit ? (['unlimited', limit.unlimited] as const) : (['unstated', limit.unstated] as const);
    const fact = this.fact(reference, 'limits', index, kind);
    return fact && { kind, basis: limit.basis, facts: [fact.id] };
  }

  private range(reference: string, unit: Unit, ...at: Path): Sourced<Interval<Rational>> | undefined {
    const fact = this.fact(reference, ...at);
    if (!fact) return undefined;
    if (fact.value.kind === 'quantity' && fact.value.unit === unit) return { value: fact.value.range, facts: [fact.id] };
    this.problem(at, 'unit', `${reference} ("${fact.text.zh}") is no ${unit} figure`, `refer to a fact measured in ${unit}`);
    return undefined;
  }

  private money(reference: string, ...at: Path): Sourced<Fen> | undefined {
    const range = this.range(reference, 'yuan', ...at);
    if (!range) return undefined;
    const { min, max } = range.value;
    const inFen = multiply(min, rational(100n));
    if (equals(min, max) && inFen.d === 1n) return { value: fen(inFen.n), facts: range.facts };
    this.problem(at, 'unit', `${reference} is no single sum in whole fen`, 'refer to a fact that states one sum');
    return undefined;
  }

  private fact(reference: string, ...at: Path) {
    const fact = this.article.facts.get(reference as FactId);
    if (!fact)
      this.problem(
        at,
        'unknown-fact',
        `${this.article.id} states no fact ${reference}`,
        'correct the id, or link the figure in the article to it',
      );
    return fact;
  }

  private problem(at: Path | string, code: string, message: string, fix: string): void {
    const path = [...this.path, ...(typeof at === 'string' ? [at] : at)];
    this.problems.push({ file: this.file.file, line: this.file.lineOf(path), code, message, fix });
  }
}
