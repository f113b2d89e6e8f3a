// Stands between a device and the hub and does what networks do. Each device has its own, so
// that one can be cut off while another is not.
import http from 'node:http';

const sentence = (code) => JSON.stringify({ code, sentence: '试' });

// What it answers instead of the hub; everything else is forwarded.
const answers = {
  garbage: { status: 200, type: 'text/html', body: '<html><body>请先登录无线网络</body></html>' },
  unauthorized: { status: 401, type: 'application/json', body: sentence('request_signature_wrong') },
  failed: { status: 500, type: 'application/json', body: sentence('failed') },
};

// `fault` is none, down, slow, cut_off, or one of `answers`. Faults other than down and slow
// touch the hub's calls only, as captive portals do once a page is there.
export async function start_faulty_proxy(hub, slow_millis = 8000) {
  const sockets = new Set();
  const proxy = { fault: 'none', calls: 0 };

  const forward = (request, response) => {
    const asked = http.request(
      { port: hub.port, host: '127.0.0.1', path: request.url, method: request.method,
        headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        if (proxy.fault === 'cut_off' && request.method === 'POST') {
          // The hub has it; the device never learns.
          answer.resume();
          request.socket.destroy();
          return;
        }
        answer.pipe(response);
      },
    );
    asked.on('error', () => request.socket.destroy());
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  };

  const server = http.createServer((request, response) => {
    const call = request.url.startsWith('/api/');
    proxy.calls += call ? 1 : 0;
    const answer = answers[proxy.fault];
    if (call && answer) {
      request.resume();
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    } else if (call && proxy.fault === 'slow') {
      setTimeout(() => forward(request, response), slow_millis);
    } else {
      forward(request, response);
    }
  });
  server.on('connection', (socket) => {
    if (proxy.fault === 'down') {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.address = `http://localhost:${server.address().port}/`;

  // What is open is cut, so that the fault is felt at once.
  proxy.become = (fault) => {
    proxy.fault = fault;
    sockets.forEach((socket) => socket.destroy());
  };
  proxy.close = () =>
    new Promise((resolve) => {
      sockets.forEach((socket) => socket.destroy());
      server.close(resolve);
    });
  return proxy;
}
