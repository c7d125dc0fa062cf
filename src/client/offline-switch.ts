import { readChoice, storeChoice } from './storage.ts';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

const button = document.querySelector<HTMLButtonElement>('[data-offline]');
const { serviceWorker } = navigator;

/** Removes the service worker with its caches. */
async function remove(address: string): Promise<void> {
  await (await serviceWorker.getRegistration(address))?.unregister();
  const prefix = `offline ${address.replace('sw.js', '')} `;
  for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key);
}

const stored = readChoice('offline');
// A choice that cannot be remembered is not offered.
if (button && serviceWorker && stored !== undefined) {
  const address = button.dataset['offline']!;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // There is one script that may run beside the page.
  const policy = trustedTypes?.createPolicy('offline', { createScriptURL: () => address });
  const trusted = policy?.createScriptURL('') ?? address;
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  let on = (stored ?? (saveData ? 'off' : 'on')) === 'on';
  const show = () => {
    const state = button.querySelector('span')!;
    state.textContent = state.dataset[on ? 'on' : 'off']!;
  };
  const apply = () => {
    const register = () => serviceWorker.register(trusted, { updateViaCache: 'none' });
    (on ? register() : remove(address)).catch(() => undefined);
  };
  button.addEventListener('click', () => {
    on = !on;
    storeChoice('offline', on ? 'on' : 'off');
    show();
    apply();
  });
  show();
  button.disabled = false;
  // The page itself comes first.
  if (on) addEventListener('load', () => setTimeout(apply, 1000));
}
