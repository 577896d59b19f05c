package org.mlanalytics.local.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.Ports;

/**
 * A packaged function without an installation around it, and what can be seen of it from outside.
 */
final class LoneFunction implements AutoCloseable {

  /** Its triggers are HTTP only. */
  static final Map<String, String> BY_HTTP_ONLY = Map.of("MLA_TRIGGER_KAFKA", "false");

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final ChildJvm process;
  private final FunctionsApi api;

  LoneFunction(String name, Map<String, String> settings) throws IOException {
    int port = Ports.free();
    Path directory = SharedServers.directory("lone-" + name);
    ChildJvmBuilder builder =
        ChildJvm.builder(name)
            .jar(PackagedFunctions.jar(name))
            .jvmArguments(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
            .environment("MLA_HTTP_PORT", String.valueOf(port))
            .environment("MLA_OBJECTS_DIRECTORY", directory.resolve("objects").toString())
            .log(directory.resolve("log"));
    settings.forEach(builder::environment);
    process = builder.start();
    api = new FunctionsApi("http://127.0.0.1:" + port);
    process.await(name + " is alive", LIMIT, () -> health("live") == 200);
  }

  /** HTTP status of one kind of health. */
  int health(String kind) throws IOException {
    return api.get("/q/health/" + kind).status();
  }

  void awaitReadiness(int status) {
    process.await("readiness " + status, LIMIT, () -> health("ready") == status);
  }

  FunctionsApi api() {
    return api;
  }

  ChildJvm process() {
    return process;
  }

  /** Names of its threads. */
  List<String> threads() throws IOException {
    Process dump =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process.pid()),
                "Thread.print")
            .redirectErrorStream(true)
            .start();
    List<String> names = new ArrayList<>();
    for (String line : new String(dump.getInputStream().readAllBytes()).split("\n")) {
      if (line.startsWith("\"")) {
        names.add(line.substring(1, line.indexOf('"', 1)));
      }
    }
    return names;
  }

  /** Asks it to end, and waits for that. */
  void stop() {
    process.stop();
  }

  @Override
  public void close() {
    process.close();
  }
}
