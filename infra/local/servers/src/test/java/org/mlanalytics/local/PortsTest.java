package org.mlanalytics.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @Test
  void directoryKeepsItsPorts(@TempDir Path dir) {
    assertEquals(Ports.of(dir, "a", "b"), Ports.of(dir, "a", "b"));
  }

  @Test
  void takenPortIsReplaced(@TempDir Path dir) throws IOException {
    String before = Ports.of(dir, "a").getProperty("a");
    try (ServerSocket taken =
        new ServerSocket(Integer.parseInt(before), 1, InetAddress.getLoopbackAddress())) {
      assertNotEquals(before, Ports.of(dir, "a").getProperty("a"), taken::toString);
    }
  }

  @Test
  void noPortIsHandedOutTwice() {
    assertNotEquals(Ports.free(), Ports.free());
  }
}
