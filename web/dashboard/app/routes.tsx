// Which screen stands at which address. Each is loaded when it is first needed, or when a link to it is pointed at.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { validateAuditFilters } from './audit-log/filters.js';
import { validateFilters } from './orders/filters.js';
import { basepath } from './place.js';
import { validateRequestFilters } from './requests/filters.js';
import { NotFound } from './shell/not-found.js';
import { Root } from './shell/root.js';
import { Shell } from './shell/shell.js';
import { validateLogFilters } from './webhooks/deliveries/filters.js';
import { validateWhy } from './why/subject.js';
import { oneOf, parseSearch, stringifySearch, textIn, type TenantSearch } from './search.js';

const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): TenantSearch => ({
    merchant: textIn(search, 'merchant'),
    mode: oneOf(search, 'mode', ['live', 'test']),
  }),
  search: { middlewares: [retainSearchParams(['merchant', 'mode'])] },
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'join',
  component: lazyRouteComponent(() => import('./join/join-screen.js'), 'JoinScreen'),
});

const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'reset',
  component: lazyRouteComponent(() => import('./reset/reset-screen.js'), 'ResetScreen'),
});

const oidcRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'oidc',
  component: lazyRouteComponent(() => import('./oidc/oidc-screen.js'), 'OidcScreen'),
});

const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Shell });

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-screen.js'), 'OverviewScreen'),
});

const ordersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'orders',
  validateSearch: validateFilters,
  component: lazyRouteComponent(() => import('./orders/orders-screen.js'), 'OrdersScreen'),
});

const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'orders/$conversionId',
  component: lazyRouteComponent(() => import('./orders/order/order-screen.js'), 'OrderScreen'),
});

const keysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'keys',
  component: lazyRouteComponent(() => import('./keys/keys-screen.js'), 'KeysScreen'),
});

const scriptRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'browser-script',
  component: lazyRouteComponent(() => import('./browser-script/script-screen.js'), 'ScriptScreen'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings/merchant-screen.js'), 'MerchantScreen'),
});

const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'members',
  component: lazyRouteComponent(() => import('./members/members-screen.js'), 'MembersScreen'),
});

const auditLogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'audit-log',
  validateSearch: validateAuditFilters,
  component: lazyRouteComponent(() => import('./audit-log/audit-log-screen.js'), 'AuditLogScreen'),
});

const requestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'requests',
  validateSearch: validateRequestFilters,
  component: lazyRouteComponent(() => import('./requests/requests-screen.js'), 'RequestsScreen'),
});

const webhooksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'webhooks',
  component: lazyRouteComponent(() => import('./webhooks/webhooks-screen.js'), 'WebhooksScreen'),
});

const endpointRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'webhooks/$endpointId',
  validateSearch: validateLogFilters,
  component: lazyRouteComponent(() => import('./webhooks/endpoint/endpoint-screen.js'), 'EndpointScreen'),
});

const deliveryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'webhooks/$endpointId/deliveries/$deliveryId',
  component: lazyRouteComponent(() => import('./webhooks/deliveries/delivery-screen.js'), 'DeliveryScreen'),
});

const whyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'why',
  validateSearch: validateWhy,
  component: lazyRouteComponent(() => import('./why/why-screen.js'), 'WhyScreen'),
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: 'account',
  component: lazyRouteComponent(() => import('./account/account-screen.js'), 'AccountScreen'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    joinRoute,
    resetRoute,
    oidcRoute,
    shellRoute.addChildren([
      overviewRoute,
      ordersRoute,
      orderRoute,
      whyRoute,
      keysRoute,
      scriptRoute,
      requestsRoute,
      webhooksRoute,
      endpointRoute,
      deliveryRoute,
      settingsRoute,
      membersRoute,
      auditLogRoute,
      accountRoute,
    ]),
  ]),
  basepath,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
