import { endpoints, type PersonView, type Role, type SessionView } from '@govmedia-hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem.js';
import { call, rememberCsrfToken, whenSessionEnds } from '../api/call.js';
import { SignInAgain } from './SignInAgain.js';

interface SessionState {
  person: PersonView;
  /** True when the person holds one of the posts. */
  may: (...roles: Role[]) => boolean;
  signOut: () => Promise<void>;
}

interface DoorState {
  session: SessionView | null | 'unknown';
  problem: ApiProblem | null;
  enter: (session: SessionView) => void;
  retry: () => void;
}

const SessionContext = createContext<SessionState | null>(null);
const DoorContext = createContext<DoorState | null>(null);

/** Holds who is signed in. When a session ends in the middle, the sign-in dialog comes over the page and the call goes on after it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [session, setSession] = useState<SessionView | null | 'unknown'>('unknown');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const waiting = useRef<{ promise: Promise<boolean>; answer: (signedIn: boolean) => void } | null>(null);

  const enter = useCallback((next: SessionView) => {
    rememberCsrfToken(next.csrfToken);
    setSession(next);
  }, []);

  const retry = useCallback(() => {
    setProblem(null);
    setSession('unknown');
    call(endpoints.getSession).then(enter, (failure: ApiProblem) => {
      if (failure.status === 401) setSession(null);
      else setProblem(failure);
    });
  }, [enter]);
  useEffect(retry, [retry]);

  const signedIn = session !== null && session !== 'unknown';
  useEffect(() => {
    if (!signedIn) return;
    whenSessionEnds(() => {
      if (!waiting.current) {
        let answer: (value: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((resolve) => { answer = resolve; });
        waiting.current = { promise, answer };
        setAsking(true);
      }
      return waiting.current.promise;
    });
    return () => whenSessionEnds(null);
  }, [signedIn]);

  const answer = useCallback((next: SessionView | null) => {
    if (next) enter(next);
    setAsking(false);
    waiting.current?.answer(next !== null);
    waiting.current = null;
    if (!next) {
      client.clear();
      setSession(null);
    }
  }, [client, enter]);

  const signOut = useCallback(async () => {
    await call(endpoints.signOut).catch(() => undefined);
    client.clear();
    setSession(null);
  }, [client]);

  const door = useMemo<DoorState>(() => ({ session, problem, enter, retry }), [session, problem, enter, retry]);
  const state = useMemo<SessionState | null>(
    () => (session && session !== 'unknown' ? { person: session.person, may: (...roles) => roles.some((role) => session.person.roles.includes(role)), signOut } : null),
    [session, signOut],
  );
  return (
    <DoorContext.Provider value={door}>
      <SessionContext.Provider value={state}>
        {children}
        {state && asking && <SignInAgain person={state.person} answer={answer} />}
      </SessionContext.Provider>
    </DoorContext.Provider>
  );
}

/** Who is signed in; only below the signed-in part of the house. */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('useSession outside of a session');
  return state;
}

export function useDoor(): DoorState {
  const door = useContext(DoorContext);
  if (!door) throw new Error('useDoor outside of SessionProvider');
  return door;
}
