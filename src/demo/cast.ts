// Who and what the demo data is about: campaigns, and affiliates of whom few bring most.
import type { CommissionType } from '#program/campaigns/terms.js';

export interface DemoCampaign {
  name: string;
  /** What is sold through it. */
  sells: 'GOODS' | 'SIGN_UPS' | 'MEMBERSHIPS';
  terms: DemoTerms;
}

interface DemoTerms {
  commissionType: CommissionType;
  /** Percent, or minor units. */
  commissionRate: number;
  currency: string;
  commissionRecurring: boolean;
  recurringMonthsLimit: number | null;
  attributionWindowDays: number;
}

export const demoCampaigns: readonly DemoCampaign[] = [
  {
    name: 'Demo: whole shop',
    sells: 'GOODS',
    terms: {
      commissionType: 'PERCENTAGE',
      commissionRate: 8,
      currency: 'EUR',
      commissionRecurring: true,
      recurringMonthsLimit: null,
      attributionWindowDays: 60,
    },
  },
  {
    name: 'Demo: new customers',
    sells: 'GOODS',
    terms: {
      commissionType: 'PERCENTAGE',
      commissionRate: 12.5,
      currency: 'EUR',
      commissionRecurring: false,
      recurringMonthsLimit: null,
      attributionWindowDays: 30,
    },
  },
  {
    name: 'Demo: newsletter',
    sells: 'SIGN_UPS',
    terms: {
      commissionType: 'FIXED',
      commissionRate: 250,
      currency: 'EUR',
      commissionRecurring: false,
      recurringMonthsLimit: null,
      attributionWindowDays: 30,
    },
  },
  {
    name: 'Demo: membership',
    sells: 'MEMBERSHIPS',
    terms: {
      commissionType: 'PERCENTAGE',
      commissionRate: 20,
      currency: 'USD',
      commissionRecurring: true,
      recurringMonthsLimit: 12,
      attributionWindowDays: 90,
    },
  },
];

const firstNames = [
  ...['Mila', 'Jonas', 'Aiko', 'Luca', 'Nora', 'Emre', 'Sofia', 'Pablo', 'Ines', 'Tariq'],
  ...['Greta', 'Oskar', 'Lin', 'Maya', 'Felix', 'Zoe', 'Amir', 'Ruth', 'Kofi', 'Ada'],
];

export interface DemoAffiliate {
  email: string;
  firstName: string;
  /** Names of campaigns. */
  campaigns: string[];
  /** How much of the traffic: the second brings half as much as the first, the tenth a tenth. */
  weight: number;
}

/** The first five are in two campaigns, everybody else in one. */
export const demoAffiliates: readonly DemoAffiliate[] = firstNames.map((firstName, index) => ({
  email: `${firstName.toLowerCase()}@affiliates.example`,
  firstName,
  campaigns: [index, ...(index < 5 ? [index + 1] : [])].map(
    (at) => demoCampaigns[at % demoCampaigns.length]!.name,
  ),
  weight: 1 / (index + 1),
}));
