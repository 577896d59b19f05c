package org.mlanalytics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own. It ends with its parent: at an orderly end by a shutdown
 * hook, otherwise, unless the watch was switched off, by its closing standard input.
 */
public final class ChildJvm implements AutoCloseable {

  private static final Duration ORDERLY_STOP = Duration.ofSeconds(10);
  private static final Duration HARD_STOP = Duration.ofSeconds(10);
  private static final Set<Process> CHILDREN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> CHILDREN.forEach(Process::destroyForcibly), "end-children"));
  }

  private final String name;
  private final Process process;
  private final Path log;
  private final long started = System.nanoTime();

  ChildJvm(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    CHILDREN.add(process);
    process.onExit().thenRun(() -> CHILDREN.remove(process));
  }

  /** Describes a program; see the builder for what it has to know. */
  public static ChildJvmBuilder builder(String name) {
    return new ChildJvmBuilder(name);
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The file with its standard output and standard error. */
  public Path log() {
    return log;
  }

  /** Whether the process exists; a suspended one does. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * The exit status, absent while the process lives; 128 + signal for a process that a signal
   * ended.
   */
  public OptionalInt exitCode() {
    return isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /**
   * Waits for the program's own end; absent if it lives on beyond the limit. An interrupt does not
   * shorten it: what is stopped has to be gone.
   */
  public OptionalInt awaitExit(Duration limit) {
    process.onExit().completeOnTimeout(process, limit.toNanos(), TimeUnit.NANOSECONDS).join();
    return exitCode();
  }

  /**
   * Waits until the check holds, an {@link IOException} meaning "not yet".
   *
   * @return the time since the process was started
   * @throws IllegalStateException if it does not hold within the limit, or at once if the process
   *     has ended
   */
  public Duration await(String what, Duration limit, Callable<Boolean> check) {
    Await.until(
        name + ": " + what + " (log: " + log + ")",
        limit,
        () -> {
          if (!isAlive()) {
            throw new IllegalStateException(
                name + " ended with status " + process.exitValue() + ", see " + log);
          }
          return check.call();
        });
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Asks the process to end (SIGTERM) and ends it hard if it does not within ten seconds. */
  public void stop() {
    stop(ORDERLY_STOP);
  }

  /** Asks the process to end (SIGTERM) and ends it hard if it does not within the limit. */
  public void stop(Duration limit) {
    // Not Process.destroy(): it closes the child's standard input too, and the watch would halt it
    // on the spot.
    process.toHandle().destroy();
    if (awaitExit(limit).isEmpty()) {
      kill();
    }
  }

  /** Ends the process at once (SIGKILL) and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    if (awaitExit(HARD_STOP).isEmpty()) {
      throw new IllegalStateException(name + " (pid " + pid() + ") survives SIGKILL");
    }
  }

  /**
   * Freezes the process (SIGSTOP): connections stay open and nothing answers. Returns when it
   * stands still, where the system tells.
   */
  public void suspend() {
    signal("STOP");
    Path stat = Path.of("/proc", String.valueOf(pid()), "stat");
    if (Files.isReadable(stat)) {
      Await.until(name + " stands still", HARD_STOP, () -> isStopped(stat));
    }
  }

  /** The state follows the program's name, which is in brackets and may hold any character. */
  private static boolean isStopped(Path stat) throws IOException {
    String line = Files.readString(stat);
    return line.charAt(line.lastIndexOf(')') + 2) == 'T';
  }

  /** Lets a suspended process go on (SIGCONT). */
  public void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    try {
      // The shell's built-in kill, because not every machine has the program.
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid()).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException(name + ": cannot send SIG" + signal + " to " + pid());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + ": interrupted", stop);
    }
  }

  /** The same as {@link #kill()}. */
  @Override
  public void close() {
    kill();
  }
}
