/** Small screens get the panel over everything, as a modal dialog. */
const SMALL = '(max-width: 520px), (max-height: 420px)';

export interface Panel {
  isOpen(): boolean;
  /** Whether it covers the page. */
  isSmall(): boolean;
  /** Without `focus` the page keeps it: the panel was open before a reload, or is a part of the page. */
  show(on: boolean, focus?: boolean): void;
}

export interface PanelParts {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  /** Gets the focus on a small screen, where the composer's would raise the keyboard. */
  readonly title: HTMLElement;
  readonly focusComposer: () => void;
  readonly changed: (isOpen: boolean) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

export function createPanel({ host, dialog, title, focusComposer, changed, signal }: PanelParts): Panel {
  const small = matchMedia(SMALL);
  const view = visualViewport;
  let isOpen = false;

  function show(on: boolean, focus = false): void {
    const before = isOpen;
    const isInline = host.getAttribute('mode') === 'inline' && !small.matches;
    const isModal = on && small.matches;
    isOpen = on || isInline;
    host.toggleAttribute('data-inline', isInline);
    if (dialog.open && dialog.matches(':modal') !== isModal) dialog.close();
    // Not `show()`, which would take the focus.
    if (!isModal) dialog.open = isOpen;
    else if (!dialog.open) dialog.showModal();
    // What was open before, or is a part of the page, is simply there.
    if (focus) dialog.classList.toggle('new', !isInline);
    if (isOpen && focus) small.matches ? title.focus() : focusComposer();
    if (before !== isOpen) changed(isOpen);
  }

  /** The keyboard of a phone covers the page; what it leaves is the panel's. */
  function fitKeyboard(): void {
    dialog.style.setProperty('--height', `${view?.height}px`);
    dialog.style.setProperty('--top', `${view?.offsetTop}px`);
  }

  small.addEventListener('change', () => show(isOpen), { signal });
  for (const event of ['resize', 'scroll']) view?.addEventListener(event, fitKeyboard, { signal });

  return {
    isOpen: () => isOpen,
    isSmall: () => small.matches,
    show,
  };
}
