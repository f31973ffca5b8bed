/** The guest's ports, as a page reaches them: over the network card, not as programs in the guest do. */

/** Milliseconds after which nothing will come any more. */
const PATIENCE = 5_000;

/** How the page knocks on a port, and sends a request and hears the answer. */
export const connection = (network) => ({
  knock: (port) => within(network.tcp_probe(port), false),
  request: (port, text) => {
    const decoder = new TextDecoder();
    let heard = "";
    const answer = new Promise((resolve) => {
      const socket = network.connect(port);
      socket.on("connect", () => socket.write(new TextEncoder().encode(text)));
      socket.on("data", (bytes) => heard += decoder.decode(bytes, { stream: true }));
      for (const end of ["shutdown", "close"]) socket.on(end, () => resolve(heard));
    });
    return within(answer, () => heard);
  },
});

const within = (promise, otherwise) => {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(typeof otherwise === "function" ? otherwise() : otherwise), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
