/** Screens that come when they are first opened, so that the first one is there at once. */

import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

export function lazy(load: () => Promise<ComponentType>): ComponentType {
  let ready: ComponentType | null = null;
  return function Lazy() {
    const [, show] = useState(ready !== null);
    useEffect(() => {
      if (ready !== null) return;
      void load().then((Loaded) => {
        ready = Loaded;
        show(true);
      });
    }, []);
    return ready === null ? null : <Ready of={ready} />;
  };
}

function Ready({ of: Loaded }: { of: ComponentType }): VNode {
  return <Loaded />;
}
