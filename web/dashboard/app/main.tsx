// The dashboard begins: who is signed in is asked for at once, while the page is drawn.
import '../../ui/tokens.css';
import '../../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.js';
import { LanguageProvider } from './i18n/language.js';
import { router } from './routes.js';
import { meQuery } from './session/me.js';
import { keepFocus } from './shell/keep-focus.js';

void queryClient.prefetchQuery(meQuery);
keepFocus(router.history);
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
