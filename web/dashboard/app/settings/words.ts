// Words of the merchant's settings, and of leaving a merchant.
import { inBoth } from '../i18n/words.js';

export const settingsWords = inBoth(
  {
    title: 'Merchant',
    merchant: 'How it is called',
    name: 'Name',
    nameHint: 'Affiliates and members see it, in test and in live.',
    nameFixed: 'Owners and administrators may change the name.',
    id: 'Merchant id',
    idHint: 'Support and the commands of the installation ask for it.',
    since: (moment: string) => `Here since ${moment}`,
    own: 'You at this merchant',
    youAre: 'Your role',
    leave: 'Leave this merchant …',
    leaveTitle: (merchant: string) => `Leave ${merchant}?`,
    leaveText:
      'You see and do nothing here any more, at once. Your account stays, and so does what you did, in the audit log. To come back you need an invitation.',
    leaveInvites: 'Invitations that you sent stop working.',
    doLeave: 'Leave',
    lastOwner: 'You are the only owner. Make somebody else an owner first; then you can go.',
    toMembers: 'To the members',
  },
  {
    title: 'Marchand',
    merchant: 'Son nom',
    name: 'Nom',
    nameHint: 'Affiliés et membres le voient, en test et en réel.',
    nameFixed: 'Propriétaires et administrateurs peuvent changer le nom.',
    id: 'Identifiant du marchand',
    idHint: 'L’assistance et les commandes de l’installation le demandent.',
    since: (moment: string) => `Ici depuis ${moment}`,
    own: 'Vous chez ce marchand',
    youAre: 'Votre rôle',
    leave: 'Quitter ce marchand …',
    leaveTitle: (merchant: string) => `Quitter ${merchant} ?`,
    leaveText:
      'Vous n’y voyez et n’y faites plus rien, aussitôt. Votre compte reste, ainsi que ce que vous avez fait, dans le journal d’audit. Pour revenir, il vous faut une invitation.',
    leaveInvites: 'Les invitations que vous avez envoyées ne fonctionnent plus.',
    doLeave: 'Quitter',
    lastOwner: 'Vous êtes le seul propriétaire. Nommez-en d’abord un autre ; ensuite, vous pourrez partir.',
    toMembers: 'Vers les membres',
  },
);
