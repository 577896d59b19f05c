package org.mlanalytics.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisNodeIT {

  @TempDir Path dir;

  @Test
  void keepsAListOverARestartAndACrash() throws IOException {
    try (LocalServers servers = LocalServers.builder().withRedis().dataDir(dir).start()) {
      RedisNode redis = servers.redis().orElseThrow();
      assumeTrue(ListeningSockets.canBeRead());
      assertEquals(Set.of("loopback"), Set.copyOf(ListeningSockets.of(redis.pid())));

      assertEquals(":1", answer(redis, "LPUSH list one"));
      redis.restart();
      assertEquals(":2", answer(redis, "LPUSH list two"));
      redis.kill();
      redis.start();
      redis.awaitReady();

      assertEquals(":3", answer(redis, "LPUSH list three"));
    }
  }

  private static String answer(RedisNode redis, String command) throws IOException {
    URI address = URI.create(redis.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
