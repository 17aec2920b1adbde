import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

type Loading<P> = { readonly component: ComponentType<P> } | { readonly error: string } | null;

/** A panel whose code is fetched when it is first shown. */
export function lazyPanel<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function LazyPanel(props: P) {
    const [state, setState] = useState<Loading<P>>(loaded === undefined ? null : { component: loaded });
    useEffect(() => {
      if (loaded !== undefined) return;
      load().then(
        (component) => {
          loaded = component;
          setState({ component });
        },
        (error: unknown) => setState({ error: error instanceof Error ? error.message : String(error) }),
      );
    }, []);
    if (state === null) return null;
    if ("error" in state)
      return (
        <p class="notice" role="alert">
          This part of the viewer could not be loaded: {state.error} Reload the page.
        </p>
      );
    const Component = state.component;
    return <Component {...props} />;
  };
}
