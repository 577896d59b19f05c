package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A contender's process. */
record Jvm(List<String> arguments, String classPath) {

  /** A JVM with this process's class path. */
  static Jvm ours(List<String> arguments) {
    return new Jvm(arguments, System.getProperty("java.class.path"));
  }

  /** Runs a main class to its end. */
  Measurement run(String mainClass, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(arguments);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    return Measurement.in(output);
  }
}
