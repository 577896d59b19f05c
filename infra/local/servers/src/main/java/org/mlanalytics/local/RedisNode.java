package org.mlanalytics.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** One Redis, a program that is no Java. What it has acknowledged survives a restart and a kill. */
public final class RedisNode extends LocalNode {

  private static final String PORT = "redis";
  private static final String JAR = "embedded-redis";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String PONG = "+PONG";

  /**
   * Becomes Redis, after leaving behind a process that ends it when standard input closes, as
   * {@link WatchedMain} does in a JVM.
   */
  private static final String WATCHED =
      "exec 3<&0; (cat <&3 > /dev/null; kill -9 $$ 2> /dev/null) & exec \"$@\" 3<&- < /dev/null";

  /** A Redis that keeps its data in the directory. */
  public RedisNode(Path dir) {
    super("Redis", dir, PORT);
  }

  /** The connection string, such as {@code redis://127.0.0.1:20001}. */
  @Override
  public String address() {
    return "redis://" + hostAndPort(PORT);
  }

  @Override
  void describe(ChildJvmBuilder program) {
    throw new UnsupportedOperationException("no Java program");
  }

  @Override
  ChildJvm launch() {
    try {
      Path conf =
          Files.write(
              dir().resolve("redis.conf"),
              List.of(
                  "bind 127.0.0.1",
                  "port " + port(PORT),
                  "dir \"" + dir() + '"',
                  "appendonly yes",
                  "save \"\""));
      Process process =
          new ProcessBuilder("sh", "-c", WATCHED, "sh", program().toString(), conf.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      return new ChildJvm(name(), process, log());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  boolean isReady() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(PORT))) {
      socket.getOutputStream().write(PING);
      // while it reads its data it answers otherwise
      return new String(
              socket.getInputStream().readNBytes(PONG.length()), StandardCharsets.US_ASCII)
          .equals(PONG);
    }
  }

  @Override
  Duration startLimit() {
    return START_LIMIT;
  }

  /** The program of this system; taken out of its jar at the first start in the directory. */
  private Path program() throws IOException {
    Path program = dir().resolve("redis-server");
    if (Files.exists(program)) {
      return program;
    }
    String suffix = "-" + system() + "-" + architecture();
    try (JarFile jar = new JarFile(jar())) {
      JarEntry entry =
          jar.stream()
              .filter(e -> e.getName().startsWith("redis-server-") && e.getName().endsWith(suffix))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no Redis for this system: " + suffix));
      Path part = dir().resolve("redis-server.part");
      Files.copy(jar.getInputStream(entry), part, StandardCopyOption.REPLACE_EXISTING);
      if (!part.toFile().setExecutable(true)) {
        throw new IOException("cannot be made executable: " + part);
      }
      return Files.move(part, program);
    }
  }

  private static File jar() {
    return Arrays.stream(ServerModule.REDIS.classPath().split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().startsWith(JAR))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the module of Redis has no " + JAR));
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
        ? "darwin"
        : "linux";
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }
}
