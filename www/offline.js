// The site without a network: starts the service worker, and tells when it has brought a new version.
import { isSingleFile } from './resources.js';
import { announce } from './notices.js';

/**
 * Does nothing where there are no service workers: in the single file, and on sites without https.
 * @param {HTMLElement} notices
 * @param {Promise<unknown>} ready when the line is free
 */
export async function keepOffline(notices, ready) {
  if (isSingleFile()) return;
  try {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    let known = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (known) announce(notices, '有新版本，刷新后使用。', { label: '刷新', act: () => location.reload() });
      known = true;
    });
    await ready;
    const { active } = await serviceWorker.register('service-worker.js');
    // It may have started while this page was on its way here.
    if (active && !serviceWorker.controller) active.postMessage('');
  } catch (error) {
    // Without it everything works, but for the next visit without a network.
    console.info(error);
  }
}
