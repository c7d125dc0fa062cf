import { readChoice, storeChoice } from './storage.ts';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

const button = document.querySelector<HTMLButtonElement>('[data-offline]');
const { serviceWorker } = navigator;

/** Removes the service worker and its caches. */
async function remove(address: string): Promise<void> {
  await (await serviceWorker.getRegistration(address))?.unregister();
  const prefix = `offline ${address.replace('sw.js', '')} `;
  for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key);
}

const stored = readChoice('offline');
// Without storage the choice would be lost, so the button stays disabled.
if (button && serviceWorker && stored !== undefined) {
  const address = button.dataset['offline']!;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // The service worker is the only script URL that the policy allows.
  const policy = trustedTypes?.createPolicy('offline', { createScriptURL: () => address });
  const trusted = policy?.createScriptURL('') ?? address;
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  let isOn = (stored ?? (saveData ? 'off' : 'on')) === 'on';
  const show = () => {
    const state = button.querySelector('span')!;
    state.textContent = state.dataset[isOn ? 'on' : 'off']!;
  };
  const apply = () => {
    const register = () => serviceWorker.register(trusted, { updateViaCache: 'none' });
    (isOn ? register() : remove(address)).catch(() => undefined);
  };
  button.addEventListener('click', () => {
    isOn = !isOn;
    storeChoice('offline', isOn ? 'on' : 'off');
    show();
    apply();
  });
  show();
  button.disabled = false;
  // Precaching must not compete with the page.
  if (isOn) addEventListener('load', () => setTimeout(apply, 1000));
}
