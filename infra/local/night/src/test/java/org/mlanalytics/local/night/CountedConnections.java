package org.mlanalytics.local.night;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that somebody may connect to: it counts, and hangs up. */
final class CountedConnections implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger count = new AtomicInteger();

  CountedConnections() throws IOException {
    Thread acceptor = new Thread(this::accept, "counted-connections");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private void accept() {
    try {
      while (true) {
        try (Socket connection = socket.accept()) {
          count.incrementAndGet();
        }
      }
    } catch (IOException closed) {
      // the end
    }
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  int count() {
    return count.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
