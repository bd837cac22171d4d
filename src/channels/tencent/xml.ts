import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { err, ok, type Result } from '../../base/result.js';
import { readJsonObject } from '../inbound/json-object.js';

/** The fields of a flat message by name. What has fields of its own is left out; a field that came twice makes the message void. */
export type Fields = { readonly [name: string]: string };

const PARSER = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  ignoreAttributes: true,
  maxNestedTags: 16,
  jPath: false,
});

/** Reads `<xml>…</xml>`, or the JSON that accounts set to it get instead. */
export function readFields(text: string): Result<Fields, string> {
  return text.trimStart().startsWith('{') ? readJson(text) : readXml(text);
}

function readXml(text: string): Result<Fields, string> {
  // Outside of CDATA no message has a declaration: those are for tricks with entities.
  if (/<!(?!\[CDATA\[)/.test(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''))) return err('the XML has a declaration');
  if (XMLValidator.validate(text) !== true) return err('the XML is malformed');
  let root: unknown;
  try {
    root = PARSER.parse(text);
  } catch {
    return err('the XML is malformed');
  }
  const message = isObject(root) && Object.keys(root).filter((name) => !name.startsWith('?')).length === 1 ? root['xml'] : undefined;
  return isObject(message) ? fieldsOf(message) : err('the XML is no message');
}

function readJson(text: string): Result<Fields, string> {
  const message = readJsonObject(text);
  return message ? fieldsOf(message) : err('the JSON is no message');
}

function fieldsOf(message: { readonly [name: string]: unknown }): Result<Fields, string> {
  const twice = Object.entries(message).find(([, value]) => Array.isArray(value));
  if (twice) return err(`${twice[0]} came twice`);
  return ok(
    Object.fromEntries(
      Object.entries(message).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
      ),
    ),
  );
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A flat message as XML. Texts stand in CDATA; numbers do not need to. */
export const writeXml = (fields: { readonly [name: string]: string | number }): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`)
    .join('')}</xml>`;

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
