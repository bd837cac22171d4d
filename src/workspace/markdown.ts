import type { Nodes, PhrasingContent, Root, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { z } from 'zod';
import type { Language } from '../base/language.js';
import type { Block, Inline } from '../knowledge/article.js';
import { FACT_ID, type FactId, type FactValue, readingOf } from '../knowledge/fact.js';
import { parseFigure } from '../knowledge/figure.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml.js';

/** One place where an article states a fact. */
export interface Statement {
  readonly id: FactId;
  readonly value: FactValue;
  readonly text: string;
  readonly section: string;
  readonly line: number;
  readonly inTable: boolean;
}

export interface DraftSection {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** One language's file of an article, before it is matched with the others. */
export interface DraftArticle {
  readonly file: string;
  readonly language: Language;
  readonly front: FrontMatter;
  readonly lineOfConflict: (index: number) => number;
  readonly sections: readonly DraftSection[];
  readonly statements: readonly Statement[];
}

const text = z.string().trim().min(1);

const frontMatter = z.strictObject({
  title: text,
  source: text,
  asOf: text,
  conflicts: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), between: z.array(z.string()).min(1), note: text })).default([]),
});

export type FrontMatter = z.infer<typeof frontMatter>;

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;
const HEADING_ID = /^(.*?)\s*\{#([a-z0-9-]+)\}$/;

/** Reads one Markdown file of an article. `undefined` when its front matter is broken; other problems are only added. */
export function readMarkdown(file: string, language: Language, source: string, problems: Problem[]): DraftArticle | undefined {
  const front = FRONT_MATTER.exec(source);
  if (!front) {
    problems.push({
      file,
      line: 1,
      code: 'front-matter',
      message: 'the file does not start with front matter',
      fix: 'begin with a block between two lines of --- that has title, source and asOf',
    });
    return undefined;
  }
  const yaml = readYaml(file, front[1] ?? '', frontMatter, problems, 2);
  if (!yaml) return undefined;
  // Blank lines in place of the front matter keep the line numbers true.
  const body = source.slice(front[0].length);
  const skipped = front[0].split('\n').length - 1;
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const reader = new BodyReader(file, skipped, problems);
  reader.read(tree);
  return {
    file,
    language,
    front: yaml.value,
    lineOfConflict: (index) => yaml.lineOf(['conflicts', index]),
    sections: reader.sections,
    statements: reader.statements,
  };
}

class BodyReader {
  readonly sections: (DraftSection & { blocks: Block[] })[] = [];
  readonly statements: Statement[] = [];
  private readonly file: string;
  private readonly skippedLines: number;
  private readonly problems: Problem[];

  constructor(file: string, skippedLines: number, problems: Problem[]) {
    this.file = file;
    this.skippedLines = skippedLines;
    this.problems = problems;
  }

  read(tree: Root): void {
    for (const node of tree.children) {
      if (node.type === 'heading') this.heading(node);
      else this.block(node);
    }
  }

  private line(node: Nodes): number {
    return (node.position?.start.line ?? 1) + this.skippedLines;
  }

  private problem(node: Nodes, code: string, message: string, fix: string): void {
    this.problems.push({ file: this.file, line: this.line(node), code, message, fix });
  }

  private heading(node: Extract<Nodes, { type: 'heading' }>): void {
    if (node.depth === 1) return;
    const match = HEADING_ID.exec(plain(node.children));
    const [, title = '', id = ''] = match ?? [];
    if (!match)
      this.problem(
        node,
        'section-id',
        `the heading "${plain(node.children)}" has no id`,
        'end it with {#an-id}, the same in every language',
      );
    else if (this.sections.some((section) => section.id === id))
      this.problem(node, 'section-id', `the section id "${id}" is used twice`, 'give each section an id of its own');
    else this.sections.push({ id, title, line: this.line(node), blocks: [] });
  }

  private block(node: Nodes): void {
    const section = this.sections.at(-1);
    if (!section) {
      this.problem(
        node,
        'section-id',
        'there is text before the first section',
        'put it under a heading such as "## Overview {#overview}"',
      );
      return;
    }
    switch (node.type) {
      case 'paragraph':
        section.blocks.push({ kind: 'paragraph', inlines: this.inlines(node.children, section.id, false) });
        return;
      case 'list':
        section.blocks.push({
          kind: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) =>
            item.children.flatMap((child) => (child.type === 'paragraph' ? this.inlines(child.children, section.id, false) : [])),
          ),
        });
        return;
      case 'table': {
        const cells = (row: readonly TableCell[]) => row.map((cell) => this.inlines(cell.children, section.id, true));
        const [header, ...rows] = node.children;
        section.blocks.push({ kind: 'table', header: header ? cells(header.children) : [], rows: rows.map((row) => cells(row.children)) });
        return;
      }
      default:
        this.problem(node, 'markdown', `"${node.type}" is not part of an article`, 'use paragraphs, lists and tables');
    }
  }

  private inlines(nodes: readonly PhrasingContent[], section: string, inTable: boolean): readonly Inline[] {
    return nodes.flatMap((node): Inline[] => {
      if (node.type === 'link') return [this.link(node, section, inTable)];
      if (node.type === 'text' && /\p{Nd}/u.test(node.value))
        this.problem(
          node,
          'unlinked-figure',
          `a figure stands without its fact: "${node.value.trim().replaceAll('\n', ' ')}"`,
          'link it as [42%](fact:subject.attribute), or as claim: when it is a name',
        );
      if (node.type === 'text' || node.type === 'inlineCode') return [{ text: node.value.replaceAll('\n', ' ') }];
      if (node.type === 'emphasis' || node.type === 'strong') return [...this.inlines(node.children, section, inTable)];
      this.problem(node, 'markdown', `"${node.type}" is not part of an article`, 'use plain text and links to facts');
      return [];
    });
  }

  private link(node: Extract<PhrasingContent, { type: 'link' }>, section: string, inTable: boolean): Inline {
    const stated = plain(node.children);
    const [scheme, name = ''] = node.url.split(/:(.*)/s);
    if (scheme !== 'fact' && scheme !== 'claim') {
      this.problem(
        node,
        'link',
        `"${node.url}" is neither fact: nor claim:`,
        'link figures to fact:<id> and statements to claim:<id>; other links have no place in an article',
      );
      return { text: stated };
    }
    if (!FACT_ID.test(name)) {
      this.problem(
        node,
        'fact-id',
        `"${name}" is no fact id`,
        'write subject.attribute in small letters, with ~reading where the article has two',
      );
      return { text: stated };
    }
    const id = name as FactId;
    const value: FactValue | undefined = scheme === 'claim' ? { kind: 'claim', key: readingOf(id) } : parseFigure(stated);
    if (!value) {
      this.problem(
        node,
        'figure',
        `"${stated}" cannot be read as a figure`,
        'write a number with its unit (42%, 2.5 hours, 5000 yuan), or link it as claim: when it is none',
      );
      return { text: stated };
    }
    this.statements.push({ id, value, text: stated, section, line: this.line(node), inTable });
    return { text: stated, fact: id };
  }
}

function plain(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('');
}
