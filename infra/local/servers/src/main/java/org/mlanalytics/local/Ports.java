package org.mlanalytics.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports on 127.0.0.1. None is handed out twice by one JVM. */
public final class Ports {

  // Below Linux's ephemeral range (32768-60999), so that no outgoing connection takes one between
  // our check and the child's bind.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final String FILE = "ports.properties";
  private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** A free port. */
  public static int free() {
    int span = HIGHEST - LOWEST;
    int first = ThreadLocalRandom.current().nextInt(span);
    for (int i = 0; i < span; i++) {
      int candidate = LOWEST + (first + i) % span;
      if (HANDED_OUT.add(candidate) && isFree(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST);
  }

  /**
   * Ports by name, the same as last time for the same directory as far as they are still free: what
   * the servers stored about each other's addresses stays true over a restart.
   */
  static Properties of(Path dir, String... names) {
    Path file = dir.resolve(FILE);
    Properties ports = new Properties();
    try {
      Files.createDirectories(dir);
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          ports.load(in);
        }
      }
      Arrays.stream(names).forEach(name -> ports.compute(name, (key, stored) -> freeOr(stored)));
      try (OutputStream out = Files.newOutputStream(file)) {
        ports.store(out, null);
      }
      return ports;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String freeOr(Object stored) {
    if (stored != null) {
      int port = Integer.parseInt((String) stored);
      if (isFree(port)) {
        HANDED_OUT.add(port);
        return String.valueOf(port);
      }
    }
    return String.valueOf(free());
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
