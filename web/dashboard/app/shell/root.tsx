// Around every screen: the bars that say that the service is away or the session has ended, and what a person is asked in between.
import { Outlet } from '@tanstack/react-router';
import { AwayBar } from './away-bar.js';
import { InterruptionDialogs, SessionEndedBar } from './interruption-dialogs.js';

export function Root() {
  return (
    <>
      <AwayBar />
      <SessionEndedBar />
      <Outlet />
      <InterruptionDialogs />
    </>
  );
}
