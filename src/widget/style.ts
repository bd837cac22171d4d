// The build puts the style sheets here, minified.
declare const STYLE: string;

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements. Constructed, because a strict policy allows no inline style. */
export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}
