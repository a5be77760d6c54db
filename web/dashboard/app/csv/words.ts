// Words of the button that hands out a file.
import { inBoth } from '../i18n/words.js';

export const csvWords = inBoth(
  {
    download: 'Download CSV',
    busy: (size: string) => `Downloading … ${size}`,
    stop: 'Stop',
  },
  {
    download: 'Télécharger en CSV',
    busy: (size: string) => `Téléchargement … ${size}`,
    stop: 'Arrêter',
  },
);
