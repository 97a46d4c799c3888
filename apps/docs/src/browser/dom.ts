/** Creates an element with properties and children. Strings are added as text, never as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

/** Creates a button that calls `run`. */
export function button(text: string, run: () => void, className = ''): HTMLButtonElement {
  const created = element('button', { type: 'button', className, textContent: text });
  created.addEventListener('click', run);
  return created;
}

/** Creates a button that copies the result of `read` and then shows “Copied” for a moment. */
export function copyButton(text: string, className: string, read: () => string): HTMLButtonElement {
  const created = button(
    text,
    async () => {
      await navigator.clipboard.writeText(read());
      created.textContent = 'Copied';
      setTimeout(() => {
        created.textContent = text;
      }, 1500);
    },
    className,
  );
  return created;
}
