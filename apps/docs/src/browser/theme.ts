// Sets the color mode: the reader's choice, or else that of the system. The key is Redoc's, so that all pages have the
// same mode.
const key = 'redoc.colorMode';
const system = matchMedia('(prefers-color-scheme: dark)');
const { classList } = document.documentElement;

const systemMode = () => (system.matches ? 'dark' : 'light');

function storedMode(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function setMode(mode: string): void {
  classList.remove('light', 'dark');
  classList.add(mode);
}

function update(): void {
  const stored = storedMode();
  setMode(stored === 'light' || stored === 'dark' ? stored : systemMode());
}

function toggle(): void {
  const mode = classList.contains('dark') ? 'light' : 'dark';
  setMode(mode);
  try {
    // If the reader chooses the mode of the system, follow the system from now on.
    if (mode === systemMode()) localStorage.removeItem(key);
    else localStorage.setItem(key, mode);
  } catch {
    // Storage may be disabled. The choice then applies to this page only.
  }
}

update();
system.addEventListener('change', update);
addEventListener('storage', update);
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.theme-switch')) toggle();
});
