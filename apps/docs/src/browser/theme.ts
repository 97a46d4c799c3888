// Runs before the first paint: light or dark as the reader chose, else as the system says. The key is Redoc's own, so
// that a reference and a plain page agree.
(() => {
  const key = 'redoc.colorMode';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const { classList } = document.documentElement;

  const systemMode = () => (system.matches ? 'dark' : 'light');

  function chosen(): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function show(): void {
    const choice = chosen();
    const mode = choice === 'light' || choice === 'dark' ? choice : systemMode();
    classList.remove('light', 'dark');
    classList.add(mode);
  }

  function toggle(): void {
    const mode = classList.contains('dark') ? 'light' : 'dark';
    try {
      // Whoever comes back to the system's mode follows the system again.
      if (mode === systemMode()) localStorage.removeItem(key);
      else localStorage.setItem(key, mode);
      show();
    } catch {
      classList.remove('light', 'dark');
      classList.add(mode);
    }
  }

  show();
  system.addEventListener('change', show);
  addEventListener('storage', show);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.theme-switch')) toggle();
  });
})();
