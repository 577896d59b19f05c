package org.mlanalytics.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A server in a process of its own, a child JVM by default. Its ports stay the same over stop, kill
 * and start, and over a new node on the same directory as far as they are still free.
 */
public abstract class LocalNode implements AutoCloseable {

  private final String name;
  private final Path dir;
  private final Path log;
  private final Properties ports;
  private final List<String> jvmArguments = new ArrayList<>();
  private ChildJvm child;

  /** A node that keeps everything in the directory, its log beside it. */
  LocalNode(String name, Path dir, String... ports) {
    this.name = name;
    this.dir = dir.toAbsolutePath();
    this.log = this.dir.resolveSibling(fileName() + ".log");
    this.ports = Ports.of(this.dir, ports);
  }

  /** The Java program, without name, directory, log and ports. */
  abstract void describe(ChildJvmBuilder program);

  /** Starts the process; one that is no JVM is started otherwise. */
  ChildJvm launch() {
    ChildJvmBuilder program =
        ChildJvm.builder(fileName()).directory(dir).log(log).property("local.dir", dir.toString());
    ports
        .stringPropertyNames()
        .forEach(port -> program.property("local.port." + port, ports.getProperty(port)));
    describe(program);
    return program.jvmArguments(jvmArguments).start();
  }

  /** Whether the server does what clients expect; an {@link IOException} means "not yet". */
  abstract boolean isReady() throws Exception;

  /** How long a start may take on a busy machine. */
  abstract Duration startLimit();

  /** What clients connect to. */
  public abstract String address();

  /** The name, such as {@code Druid}. */
  public final String name() {
    return name;
  }

  /** The file with the server's output. */
  public final Path log() {
    return log;
  }

  /** Adds arguments of the JVM for the next start; they win over the node's own. */
  public final void addJvmArguments(String... more) {
    jvmArguments.addAll(List.of(more));
  }

  /** Starts the process and returns at once. */
  public final void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " is running");
    }
    child = launch();
  }

  /**
   * Waits until the server serves.
   *
   * @return the time since its start
   */
  public Duration awaitReady() {
    return child.await("ready", startLimit(), this::isReady);
  }

  /** Stops the server in order, starts it on the same ports and waits until it serves. */
  public final void restart() {
    stop();
    start();
    awaitReady();
  }

  /** Stops the server in order; nothing happens if it is not running. */
  public void stop() {
    if (child != null) {
      child.stop();
    }
  }

  /** Ends the process at once (SIGKILL), as a crash would. */
  public final void kill() {
    if (child != null) {
      child.kill();
    }
  }

  /** Freezes the process: connections stay open and nothing answers. */
  public final void suspend() {
    child.suspend();
  }

  /** Lets a suspended process go on. */
  public final void resume() {
    child.resume();
  }

  /** Whether the process exists. */
  public final boolean isAlive() {
    return child != null && child.isAlive();
  }

  /** The process id of the last start. */
  public final long pid() {
    return child.pid();
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }

  private String fileName() {
    return name.toLowerCase(Locale.ROOT);
  }

  final Path dir() {
    return dir;
  }

  final int port(String port) {
    return Integer.parseInt(ports.getProperty(port));
  }

  /** The address of a port as {@code host:port}. */
  final String hostAndPort(String port) {
    return "127.0.0.1:" + port(port);
  }

  final boolean accepts(String port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(port))) {
      return socket.isConnected();
    }
  }
}
