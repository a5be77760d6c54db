// Words of passkeys.
import { inBoth } from '../i18n/words.js';

export const passkeyWords = inBoth(
  {
    text: 'A passkey signs you in by itself: your finger, your face or the PIN of the device, and nothing to type or to be tricked out of.',
    add: 'Add a passkey',
    addTitle: 'Add a passkey',
    addText:
      'The browser asks next where to keep it: in this device, in a password manager, or on a security key.',
    name: 'Name',
    nameHint: 'By which you know it again: Laptop, Phone …',
    go: 'Continue',
    added: (name: string) => `${name} signs you in from now on.`,
    addedAt: (moment: string) => `Added ${moment}`,
    lastUsed: (moment: string) => `last used ${moment}`,
    neverUsed: 'not used yet',
    synced: 'Synced',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText:
      'It signs in no more, and everywhere else you are signed out. The device keeps its half until you delete it there.',
    removed: 'Removed. You are signed out everywhere else.',
    noBrowser:
      'Passkeys need https and a host name in the address, and a browser that knows them. This one, here, does not offer any.',
    IP_ADDRESS:
      'This installation is known by an IP address, and browsers know passkeys by a host name only: whoever runs it sets PUBLIC_URL.',
    PLAIN_HTTP:
      'This installation is reached without https, and browsers give no passkeys there: whoever runs it sets PUBLIC_URL.',
    SECRET_KEY: 'This installation cannot ask for passkeys: whoever runs it has to set SECRET_KEY first.',
  },
  {
    text: 'Une clé d’accès vous connecte à elle seule : votre doigt, votre visage ou le code de l’appareil. Rien à saisir, rien à se faire soutirer.',
    add: 'Ajouter une clé d’accès',
    addTitle: 'Ajouter une clé d’accès',
    addText:
      'Le navigateur demande ensuite où la garder : dans cet appareil, dans un gestionnaire de mots de passe ou sur une clé de sécurité.',
    name: 'Nom',
    nameHint: 'Auquel vous la reconnaîtrez : Portable, Téléphone …',
    go: 'Continuer',
    added: (name: string) => `${name} vous connecte désormais.`,
    addedAt: (moment: string) => `Ajoutée ${moment}`,
    lastUsed: (moment: string) => `dernière utilisation ${moment}`,
    neverUsed: 'pas encore utilisée',
    synced: 'Synchronisée',
    remove: 'Supprimer',
    removeOf: (name: string) => `Supprimer ${name}`,
    removeTitle: (name: string) => `Supprimer ${name} ?`,
    removeText:
      'Elle ne connectera plus et, partout ailleurs, vous serez déconnecté. L’appareil garde sa moitié jusqu’à ce que vous l’y effaciez.',
    removed: 'Supprimée. Partout ailleurs, vous êtes déconnecté.',
    noBrowser:
      'Les clés d’accès veulent https, un nom d’hôte dans l’adresse et un navigateur qui les connaît. Celui-ci n’en propose pas ici.',
    IP_ADDRESS:
      'Cette installation a pour adresse une IP, et les navigateurs ne connaissent les clés d’accès que par un nom d’hôte : qui l’exploite définit PUBLIC_URL.',
    PLAIN_HTTP:
      'Cette installation s’ouvre sans https, et les navigateurs n’y donnent pas de clés d’accès : qui l’exploite définit PUBLIC_URL.',
    SECRET_KEY:
      'Cette installation ne peut pas demander de clés d’accès : qui l’exploite doit d’abord définir SECRET_KEY.',
  },
);
