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

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final ChildJvm process;

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
    FunctionsApi api = new FunctionsApi("http://127.0.0.1:" + port);
    process.await(name + " is alive", LIMIT, () -> api.get("/q/health/live").status() == 200);
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

  @Override
  public void close() {
    process.close();
  }
}
