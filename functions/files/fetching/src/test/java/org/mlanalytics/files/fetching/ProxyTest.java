package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A proxy would connect to what it resolves itself, so none of the JVM's is used. */
class ProxyTest {

  private final Map<String, String> hosts =
      Map.of("socksProxyHost", "socksProxyPort", "http.proxyHost", "http.proxyPort");

  @AfterEach
  void clear() {
    hosts.forEach(
        (host, port) -> {
          System.clearProperty(host);
          System.clearProperty(port);
        });
    System.clearProperty("socksNonProxyHosts");
  }

  @Test
  void isNotUsed() throws IOException {
    try (var proxy = ScriptedServer.eager(World.PERMITTED, out -> {});
        var server = ScriptedServer.on(World.PERMITTED, Answers.file("file"))) {
      hosts.forEach(
          (host, port) -> {
            System.setProperty(host, World.PERMITTED);
            System.setProperty(port, Integer.toString(proxy.port()));
          });
      // empty: loopback too goes to the proxy
      System.setProperty("socksNonProxyHosts", "");

      Refusals.fetch(World.fetcher(), World.at(server).toString(), World.policy(server).build());
      assertEquals(0, proxy.connections());

      try (Socket ordinary = new Socket()) {
        ordinary.connect(
            new InetSocketAddress(InetAddress.getByName(World.PERMITTED), server.port()));
      } catch (IOException e) {
        // the proxy hangs up
      }
      assertEquals(1, proxy.connections(), "an ordinary socket goes to the proxy");
    }
  }
}
