// Somebody who listens: what arrives at 127.0.0.1, over TCP and UDP, is written down.

import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";

/** `{ to, arrived, close }`; `arrived` grows: "connection", "datagram", the path of a request. */
export async function catcher() {
  const arrived = [];
  const open = new Set();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    arrived.push("connection");
    socket.on("data", (data) => {
      const path = /^[A-Z]+ \/(\w+)/.exec(data.toString("latin1"))?.[1];
      arrived.push(path ?? "data");
      socket.end("HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  const datagrams = dgram.createSocket("udp4", () => arrived.push("datagram"));
  datagrams.bind(port, "127.0.0.1");
  await once(datagrams, "listening");
  const close = () => {
    for (const socket of open) socket.destroy();
    datagrams.close();
    server.close();
  };
  return { to: `http://127.0.0.1:${port}`, arrived, close };
}
