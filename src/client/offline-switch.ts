import { readChoice, storeChoice } from './storage.ts';

interface PolicyFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

const button = document.querySelector<HTMLButtonElement>('[data-offline]');
const { serviceWorker } = navigator;

function show(on: boolean): void {
  const state = button!.querySelector('span')!;
  state.textContent = state.dataset[on ? 'on' : 'off']!;
}

/** Registers the service worker, or removes it with its caches. */
async function set(on: boolean, address: string): Promise<void> {
  show(on);
  if (on) {
    const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
    // There is one script that may run beside the page.
    policy ??= trustedTypes?.createPolicy('offline', { createScriptURL: () => address });
    const trusted = policy?.createScriptURL('') ?? address;
    await serviceWorker.register(trusted, { updateViaCache: 'none' });
    return;
  }
  await (await serviceWorker.getRegistration(address))?.unregister();
  const prefix = `offline ${address.replace('sw.js', '')} `;
  for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key);
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

const stored = readChoice('offline');
// A choice that cannot be remembered is not offered.
if (button && serviceWorker && stored !== undefined) {
  const address = button.dataset['offline']!;
  const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  let on = (stored ?? (saveData ? 'off' : 'on')) === 'on';
  const apply = () => void set(on, address).catch(() => undefined);
  button.addEventListener('click', () => {
    on = !on;
    storeChoice('offline', on ? 'on' : 'off');
    apply();
  });
  show(on);
  button.disabled = false;
  // The page itself comes first.
  if (on) addEventListener('load', () => setTimeout(apply, 1000));
}
