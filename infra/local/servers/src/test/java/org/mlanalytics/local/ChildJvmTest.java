package org.mlanalytics.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildJvmTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int SIGKILL_STATUS = 137;
  private static final int SIGTERM_STATUS = 143;

  @TempDir Path dir;

  @Test
  void handsOnPropertiesEnvironmentAndStatus() throws IOException {
    try (ChildJvm child =
        program()
            .property("some.property", "with \"quotes\" and \\ backslash")
            .environment("SOME_VARIABLE", "some value")
            .arguments("exit", "7")
            .start()) {
      assertEquals(OptionalInt.of(7), child.awaitExit(SOON));
      assertEquals(OptionalInt.of(7), child.exitCode());
      assertEquals(
          "property=with \"quotes\" and \\ backslash environment=some value",
          Files.readString(child.log()).strip());
    }
  }

  @Test
  void endsByStopAndByKill() {
    try (ChildJvm stopped = waiting();
        ChildJvm killed = waiting()) {
      assertEquals(OptionalInt.empty(), stopped.exitCode());
      stopped.stop();
      killed.kill();

      assertEquals(OptionalInt.of(SIGTERM_STATUS), stopped.exitCode());
      assertEquals(OptionalInt.of(SIGKILL_STATUS), killed.exitCode());
    }
  }

  @Test
  void suspendedProcessStandsStill() throws IOException {
    Path state = Path.of("/proc/self/stat");
    assumeTrue(Files.isReadable(state));
    try (ChildJvm child = waiting()) {
      child.suspend();
      assertEquals('T', state(child));
      assertTrue(child.isAlive());
      child.resume();
      Await.until("goes on", SOON, () -> state(child) != 'T');
    }
  }

  @Test
  void waitingForADeadProcessFailsAtOnce() {
    try (ChildJvm child = program().arguments("exit", "3").start()) {
      Duration never = Duration.ofHours(1);
      IllegalStateException failure =
          assertThrows(IllegalStateException.class, () -> child.await("ready", never, () -> false));
      assertTrue(failure.getMessage().contains("ended with status 3"), failure.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void runsAnExecutableJar(boolean parentWatch) throws IOException {
    Path jar = executableJar();
    try (ChildJvm child =
        ChildJvm.builder("jar")
            .directory(dir)
            .jar(jar)
            .parentWatch(parentWatch)
            .arguments("exit", "5")
            .start()) {
      assertEquals(OptionalInt.of(5), child.awaitExit(SOON));
      assertFalse(child.isAlive());
    }
  }

  private ChildJvm waiting() {
    ChildJvm child = program().arguments("wait").start();
    child.await("started", SOON, () -> Files.size(child.log()) > 0);
    return child;
  }

  private ChildJvmBuilder program() {
    return ChildJvm.builder("program")
        .directory(dir)
        .mainClass(ChildProgram.class.getName(), System.getProperty("java.class.path"));
  }

  private static char state(ChildJvm child) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(child.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }

  private Path executableJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ChildProgram.class.getName());
    Path jar = dir.resolve("program.jar");
    String entry = ChildProgram.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new ZipEntry(entry));
      ChildProgram.class.getClassLoader().getResourceAsStream(entry).transferTo(out);
    }
    return jar;
  }
}
