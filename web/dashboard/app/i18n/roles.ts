// What the roles and permissions are called, and what each may do.
import type { Schemas } from '../api/types.js';
import { inBoth } from './words.js';

export const roleNames = inBoth<Record<Schemas['Role'], string>>(
  { OWNER: 'Owner', ADMIN: 'Administrator', MANAGER: 'Manager', FINANCE: 'Finance', VIEWER: 'Viewer' },
  {
    OWNER: 'Propriétaire',
    ADMIN: 'Administrateur',
    MANAGER: 'Responsable',
    FINANCE: 'Finances',
    VIEWER: 'Lecteur',
  },
);

export const roleMeanings = inBoth<Record<Schemas['Role'], string>>(
  {
    OWNER: 'May do everything, other owners included.',
    ADMIN: 'May do everything but change owners.',
    MANAGER: 'Records and refunds orders, runs campaigns and affiliates.',
    FINANCE: 'Sees everything, decides commissions and payouts.',
    VIEWER: 'Sees everything, changes nothing.',
  },
  {
    OWNER: 'Peut tout faire, y compris pour les autres propriétaires.',
    ADMIN: 'Peut tout faire, sauf modifier les propriétaires.',
    MANAGER: 'Enregistre et rembourse les commandes, gère campagnes et affiliés.',
    FINANCE: 'Voit tout, décide des commissions et des paiements.',
    VIEWER: 'Voit tout, ne modifie rien.',
  },
);
