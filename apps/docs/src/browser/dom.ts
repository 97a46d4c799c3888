/** Makes an element with its properties and children; text never becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button that does something on this page. */
export function button(text: string, run: () => void, className = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', className, textContent: text });
  made.addEventListener('click', run);
  return made;
}

/** Puts a text on the clipboard and says so on the button. */
export function copyButton(text: string, className: string, read: () => string): HTMLButtonElement {
  const made = button(
    text,
    async () => {
      await navigator.clipboard.writeText(read());
      made.textContent = 'Copied';
      setTimeout(() => {
        made.textContent = text;
      }, 1500);
    },
    className,
  );
  return made;
}
