// Around every screen: the bar that says that the service is away, and what a person is asked in between.
import { Outlet } from '@tanstack/react-router';
import { AwayBar } from './away-bar.js';
import { InterruptionDialogs } from './interruption-dialogs.js';

export function Root() {
  return (
    <>
      <AwayBar />
      <Outlet />
      <InterruptionDialogs />
    </>
  );
}
