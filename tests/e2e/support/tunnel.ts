// A proxy that leads the vendors' hosts to the sandbox, and everything else nowhere: for a browser that cannot be told
// to resolve hosts another way.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Tunnel {
  port: number;
  close(): Promise<void>;
}

export async function startTunnel(hosts: readonly string[], to: number): Promise<Tunnel> {
  const open = new Set<Socket>();
  const server = createServer((_, answer) => answer.writeHead(502).end());
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (request, client: Socket) => {
    // A browser that hangs up is no fault of ours; `close` follows and ends the other side.
    client.on('error', () => client.destroy());
    if (!hosts.some((host) => request.url === `${host}:443`)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const service = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      service.pipe(client).pipe(service);
    });
    service.on('error', () => client.destroy());
    client.on('close', () => service.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
