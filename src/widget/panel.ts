/** Small screens get the panel over everything, as a modal dialog. */
const SMALL = '(max-width: 520px), (max-height: 420px)';

export interface Panel {
  isOpen(): boolean;
  /** Without `focus` the page keeps it: the panel was open before a reload, or is a part of the page. */
  open(focus: boolean): void;
  close(): void;
  /** Opens and closes as the host's attributes and the screen want it. */
  fit(): void;
  stop(): void;
}

export interface PanelParts {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  /** Gets the focus on a small screen, where the composer's would raise the keyboard. */
  readonly title: HTMLElement;
  readonly focusComposer: () => void;
  readonly changed: (isOpen: boolean) => void;
}

export function createPanel({ host, dialog, title, focusComposer, changed }: PanelParts): Panel {
  const small = matchMedia(SMALL);
  let isOpen = false;
  let pageOverflow: string | undefined;

  const isInline = (): boolean => host.getAttribute('mode') === 'inline' && !small.matches;

  function lay(): void {
    const isModal = isOpen && small.matches;
    if (dialog.open && dialog.matches(':modal') !== isModal) dialog.close();
    host.toggleAttribute('data-inline', isInline());
    if (isModal && !dialog.open) dialog.showModal();
    // Not `show()`, which would take the focus.
    else if (!isModal) dialog.open = isOpen;
    lockPage(isModal);
    fitKeyboard();
  }

  /** What lies below a modal panel must not scroll along. */
  function lockPage(on: boolean): void {
    const { style } = document.documentElement;
    if (on === (pageOverflow !== undefined)) return;
    if (on) pageOverflow = style.overflow;
    style.overflow = on ? 'hidden' : (pageOverflow ?? '');
    if (!on) pageOverflow = undefined;
  }

  /** The keyboard of a phone covers the page; what it leaves is the panel's. */
  function fitKeyboard(): void {
    const view = window.visualViewport;
    if (!view || !small.matches) return;
    dialog.style.setProperty('--height', `${view.height}px`);
    dialog.style.setProperty('--top', `${view.offsetTop}px`);
  }

  function set(next: boolean, focus: boolean): void {
    const before = isOpen;
    isOpen = next || isInline();
    lay();
    if (isOpen && focus) (small.matches ? () => title.focus() : focusComposer)();
    if (before !== isOpen) changed(isOpen);
  }

  const refit = (): void => set(isOpen, false);
  small.addEventListener('change', refit);
  window.visualViewport?.addEventListener('resize', fitKeyboard);
  window.visualViewport?.addEventListener('scroll', fitKeyboard);

  return {
    isOpen: () => isOpen,
    open: (focus) => set(true, focus),
    close: () => set(false, false),
    fit: refit,
    stop() {
      small.removeEventListener('change', refit);
      window.visualViewport?.removeEventListener('resize', fitKeyboard);
      window.visualViewport?.removeEventListener('scroll', fitKeyboard);
      lockPage(false);
    },
  };
}
