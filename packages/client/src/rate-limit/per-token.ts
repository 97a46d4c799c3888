/** Returns a function that creates the state of a token when it is first needed. */
export function perToken<State>(create: () => State): (token: string) => State {
  const states = new Map<string, State>();
  return (token) => {
    const state = states.get(token) ?? create();
    states.set(token, state);
    return state;
  };
}
