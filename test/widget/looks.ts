/**
 * Runs in the page, as text, and gives what is wrong to the eye: text or picture of too little contrast, where axe cannot judge it; what reaches over
 * an edge; what is too small to hit with a finger.
 */
export const findings = `(() => {
  const found = [];
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((value) => channel(Number(value) / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const need = (least, what, one, other) => {
    const ratio = contrast(one, other);
    if (!(ratio >= least)) found.push(what + ': contrast ' + ratio.toFixed(2) + ' of ' + one + ' on ' + other);
  };
  // Behind a table's shade and in what is typed axe does not look.
  const groundOf = (element) => {
    let ground = element;
    while (ground && /, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement ?? ground.getRootNode().host;
    return ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
  };
  for (const element of all.filter((one) => !one.closest('svg, .unseen') && isShown(one))) {
    const says = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    const large = parseFloat(getComputedStyle(element).fontSize) >= 24;
    if (says) need(large ? 3 : 4.5, 'text: ' + element.textContent.trim().slice(0, 20), getComputedStyle(element).color, groundOf(element));
    if (element.placeholder) need(4.5, 'placeholder', getComputedStyle(element, '::placeholder').color, groundOf(element));
  }
  for (const plot of all.filter((element) => element.matches('.plot') && isShown(element))) {
    const ground = getComputedStyle(plot).backgroundColor;
    const mark = getComputedStyle(plot.querySelector('.mark')).fill;
    for (const text of plot.querySelectorAll('svg text')) {
      const isOnMark = text.matches('.on-mark');
      need(4.5, 'picture: ' + text.textContent, getComputedStyle(text).fill, isOnMark ? mark : ground);
    }
    need(3, 'picture: a mark', mark, ground);
    need(3, 'picture: an axis', getComputedStyle(plot.querySelector('.axis')).stroke, ground);
    const box = plot.querySelector('svg').getBoundingClientRect();
    for (const text of plot.querySelectorAll('svg text')) {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      if (left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - 0.5 || bottom > box.bottom + 0.5)
        found.push('picture: cut off: ' + text.textContent);
    }
  }
  for (const icon of all.filter((element) => element.matches('button .icon') && isShown(element))) {
    need(3, 'icon ' + icon.getAttribute('class'), getComputedStyle(icon).stroke, groundOf(icon));
  }

  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window: ' + document.documentElement.scrollWidth);
  for (const element of all.filter(isShown)) {
    const style = getComputedStyle(element);
    if (element.closest('.scroll, .table, svg') || element.matches('.unseen, textarea, .launcher')) continue;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.display !== 'inline')
      found.push('too wide: ' + element.localName + '.' + element.className + ' ' + element.scrollWidth + ' > ' + element.clientWidth);
    if (style.textOverflow === 'ellipsis') found.push('shortened: ' + element.className);
  }
  for (const element of all.filter((one) => one.matches('button, textarea') && isShown(one))) {
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) < 43.9) found.push('too small: ' + element.className + ' ' + width + ' × ' + height);
  }
  return found;
})()`;
