package org.mlanalytics.local.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Ports;

/** A packaged function, or the suite, as a process of its own. */
public final class FunctionProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final ChildJvm process;
  private final FunctionsApi api;

  private FunctionProcess(ChildJvm process, FunctionsApi api) {
    this.process = process;
    this.api = api;
  }

  /**
   * Starts a function and waits until it is ready.
   *
   * @param name name of the function, or {@code suite}
   * @param log file for its output
   * @param settings environment variables beside the addresses of the servers
   */
  public static FunctionProcess start(
      String name, LocalServers servers, Path log, Map<String, String> settings) {
    FunctionProcess started = launch(name, servers, log, settings, List.of());
    started.awaitReady();
    return started;
  }

  /** Waits until it takes requests. */
  void awaitReady() {
    process.await(api.url() + " is ready", START, api::isReady);
  }

  /**
   * Starts a function without waiting.
   *
   * @param jvmArguments arguments beside those of every function
   */
  static FunctionProcess launch(
      String name,
      LocalServers servers,
      Path log,
      Map<String, String> settings,
      List<String> jvmArguments) {
    int port = Ports.free();
    List<String> arguments = new ArrayList<>(JVM_ARGUMENTS);
    arguments.addAll(jvmArguments);
    ChildJvmBuilder builder =
        ChildJvm.builder(name)
            .jar(PackagedFunctions.jar(name))
            .jvmArguments(arguments)
            .environment("MLA_HTTP_PORT", String.valueOf(port))
            .environment("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString())
            .environment("MONGODB_URI", servers.mongoUri())
            .environment("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap())
            .environment("DRUID_URL", servers.druidUrl())
            .log(log);
    settings.forEach(builder::environment);
    return new FunctionProcess(builder.start(), new FunctionsApi("http://127.0.0.1:" + port));
  }

  /** Its HTTP entry. */
  public FunctionsApi api() {
    return api;
  }

  /** The process. */
  public ChildJvm process() {
    return process;
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
