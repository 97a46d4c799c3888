// Light or dark as the reader chose, else as the system says. The key is Redoc's own, so that a reference and a plain
// page agree.
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
    // A reader who returns to the system's mode follows the system again.
    if (mode === systemMode()) localStorage.removeItem(key);
    else localStorage.setItem(key, mode);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

update();
system.addEventListener('change', update);
addEventListener('storage', update);
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.theme-switch')) toggle();
});
