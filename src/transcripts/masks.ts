import { err, ok, type Result } from '../base/result.js';

/** What varies between runs. Each match becomes `<name>` before texts are compared. */
export interface Mask {
  readonly name: string;
  /** Source of a regular expression, used with the flags `gu`. */
  readonly pattern: string;
}

/** Why the pattern cannot be a mask, or the pattern. */
export function readPattern(pattern: string): Result<string, string> {
  try {
    return new RegExp(pattern, 'u').test('') ? err('it matches the empty text') : ok(pattern);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/** The text with every mask put on, in the order of the file. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  return masks.reduce((masked, { name, pattern }) => masked.replace(new RegExp(pattern, 'gu'), () => `<${name}>`), text);
}
