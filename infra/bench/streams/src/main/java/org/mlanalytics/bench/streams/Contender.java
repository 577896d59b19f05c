package org.mlanalytics.bench.streams;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.Ports;

/** Who turns the records of one topic into rows on another. */
enum Contender {
  /** The packaged function. */
  FUNCTION("function") {
    @Override
    void describe(ChildJvmBuilder process, Cluster cluster, Task task) {
      Map.of(
              "MLA_ENV", task.name(),
              "MLA_HTTP_PORT", String.valueOf(Ports.free()),
              "MLA_STREAM_INPUTS_OBSERVATIONS", task.input(),
              "MLA_STREAM_SINKS_OBSERVATION_QUESTIONS", task.sink(),
              "KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrap(),
              "MONGODB_URI", cluster.mongoUri())
          .forEach(process::environment);
      process.jar(Path.of(System.getProperty("function.jar")));
    }

    @Override
    String group(Task task) {
      return task.name() + ".observation-questions";
    }
  },
  /** The rows of the function, copied. */
  COPY("bare copy of the rows") {
    @Override
    void describe(ChildJvmBuilder process, Cluster cluster, Task task) {
      // rows of 500 messages in a transaction, as Kafka Streams polls; the function takes fewer
      String rows = String.valueOf(500 * TransformState.ROWS / TransformState.SUBMISSIONS);
      process
          .mainClass(CopyLoop.class.getName(), System.getProperty("java.class.path"))
          .arguments(cluster.bootstrap(), task.input(), task.sink(), task.name(), rows);
    }
  },
  /** The rules in Kafka Streams. */
  STREAMS("Kafka Streams") {
    @Override
    void describe(ChildJvmBuilder process, Cluster cluster, Task task) {
      process
          .mainClass(StreamsApp.class.getName(), System.getProperty("java.class.path"))
          .arguments(
              cluster.bootstrap(), task.input(), task.sink(), task.name(), cluster.mongoUri());
    }
  };

  /**
   * What is to be done.
   *
   * @param name no two tasks have the same
   */
  record Task(String name, String input, String sink) {}

  private static final Duration LIMIT = Duration.ofMinutes(9);

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract void describe(ChildJvmBuilder process, Cluster cluster, Task task);

  /** Its consumer group. */
  String group(Task task) {
    return task.name();
  }

  /** Does the task in a process of its own. */
  Usage run(Cluster cluster, Task task, List<String> jvm, Path directory) throws IOException {
    Path collections = directory.resolve(task.name() + "-gc.log");
    ChildJvmBuilder process =
        ChildJvm.builder(task.name())
            .directory(directory)
            .jvmArguments(jvm)
            .jvmArguments(List.of("-Xlog:gc:file=" + collections));
    describe(process, cluster, task);
    double broker = Usage.cpu(cluster.brokerPid());
    try (ChildJvm child = process.start()) {
      Duration wall =
          child.await(
              "all is consumed", LIMIT, () -> cluster.isConsumed(group(task), task.input()));
      return new Usage(
          wall.toMillis() / 1e3,
          Usage.cpu(child.pid()),
          Usage.cpu(cluster.brokerPid()) - broker,
          Usage.rss(child.pid()),
          Usage.heap(collections));
    }
  }
}
