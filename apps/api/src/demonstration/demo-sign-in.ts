/** One person of the demonstration city that a visitor can sign in as. */
export interface DemoSignIn { username: string; password: string; name: string; roles: string; orgName: string }
