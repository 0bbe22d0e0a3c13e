// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL with pgvector on a free loopback port, in memory; prints the port and ends with its parent (standard input closes).
// Use one connection at a time: all share one session. More may connect, so that one can follow while the other is closing.
import net from "node:net";

// Global only since Node.js 19, and Debian 12 has 18; the packages below expect it when they are loaded.
globalThis.CustomEvent ??= class CustomEvent extends Event {
  constructor(type, options) {
    super(type, options);
    this.detail = options?.detail ?? null;
  }
};
const { PGlite } = await import("@electric-sql/pglite");
const { vector } = await import("@electric-sql/pglite-pgvector");
const { PGLiteSocketServer } = await import("@electric-sql/pglite-socket");

const freePort = () => new Promise((resolve, reject) => {
  const probe = net.createServer();
  probe.on("error", reject);
  probe.listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

const db = await PGlite.create({ extensions: { vector } });
await db.exec("CREATE EXTENSION vector");
const port = await freePort();
const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port, maxConnections: 4 });
await server.start();
console.log(`port ${port}`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
