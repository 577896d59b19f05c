package org.mlanalytics.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures an extraction beside the same step on Apache Spark. */
@Command(
    name = "peer",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Turns the documents of one file into rows, by turns with this project's rules and with Apache",
      "Spark, local[2], as the step of Sunbird ML analytics does it; checks that the rows are the",
      "same, and prints a table in Markdown. Every figure covers a whole process: start of the JVM,",
      "reading, and writing. Ours packs its rows by gzip, Spark's are plain, as in that step."
    })
public final class Peer implements Callable<Integer> {

  private static final String SPARK = "org.mlanalytics.bench.spark.SparkContender";

  /** A system property, set by the script. */
  private static final String SPARK_CLASS_PATH = "spark.class.path";

  /** What Spark asks of a JDK 17 (JavaModuleOptions of spark-launcher). */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  @Option(names = "--of", paramLabel = "KIND", description = "projects (default), or observations.")
  private Kind kind = Kind.projects;

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      description = "Number of documents (default: ${DEFAULT-VALUE}).")
  private int number = 20_000;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Runs of each contender after one that does not count (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--jvm",
      split = ",",
      paramLabel = "ARG",
      description = "Arguments of our JVM (default: ${DEFAULT-VALUE}).")
  private List<String> jvm = List.of("-Xmx128m", "-XX:+UseSerialGC");

  @Option(
      names = "--spark-jvm",
      split = ",",
      paramLabel = "ARG",
      description =
          "Arguments of Spark's JVM (default: ${DEFAULT-VALUE}, the existing step's own).")
  private List<String> sparkJvm = List.of("-Xmx5g");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where files of documents are kept and rows are landed (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(System.getProperty("java.io.tmpdir"), "ml-analytics-bench");

  private final PrintStream out = System.out;
  private final List<Measurement> ours = new ArrayList<>();
  private final List<Measurement> spark = new ArrayList<>();

  /** Runs the measurement; the exit code is 0 when both wrote the same rows. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Peer()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    String file = input().toString();
    Jvm sparks = new Jvm(sparkArguments(), System.getProperty(SPARK_CLASS_PATH));
    out.println(Environment.lines());
    compareRows(Jvm.ours(jvm), sparks, file);
    for (int run = 0; run < runs; run++) {
      ours.add(ours(Jvm.ours(jvm), file, null));
      spark.add(spark(sparks, file, null));
    }
    out.printf(
        "%n| %,d %s | ours, %s | Spark, %s | Spark / ours |%n|---|---|---|---|%n",
        number, kind, String.join(" ", jvm), String.join(" ", sparkJvm));
    Map<String, ToDoubleFunction<Measurement>> figures = new LinkedHashMap<>();
    figures.put("wall, s", Measurement::wall);
    figures.put("CPU, s", Measurement::cpu);
    figures.put("peak RSS, MiB", Measurement::rss);
    figures.forEach(this::row);
    out.println("\nload average at the end: " + Environment.load());
    return 0;
  }

  private Path input() throws IOException {
    return kind == Kind.projects
        ? Input.file(data, number)
        : Input.file(data, Submission.OBSERVATION, number);
  }

  private void row(String name, ToDoubleFunction<Measurement> figure) {
    Spread own = Spread.of(ours, figure);
    Spread peer = Spread.of(spark, figure);
    out.printf(
        "| %s | %s | %s | %s |%n", name, own, peer, Spread.number(peer.median() / own.median()));
  }

  /** The runs that do not count: they fill the caches. */
  private void compareRows(Jvm own, Jvm sparks, String file) throws IOException {
    List<RowDigest> digests = new ArrayList<>();
    ours(own, file, digests);
    spark(sparks, file, digests);
    out.println("- rows: ours %s, Spark's %s".formatted(digests.get(0), digests.get(1)));
    if (!digests.get(0).equals(digests.get(1))) {
      throw new IllegalStateException("not the same rows");
    }
  }

  private Measurement ours(Jvm jvm, String file, List<RowDigest> digests) throws IOException {
    return run(
        digests,
        folder ->
            kind == Kind.projects
                ? jvm.run(Contender.class.getName(), "extract", folder, file)
                : jvm.run(SubmissionContender.class.getName(), kind.name(), folder, file));
  }

  private Measurement spark(Jvm jvm, String file, List<RowDigest> digests) throws IOException {
    return run(digests, folder -> jvm.run(SPARK, kind.name(), folder, file));
  }

  private Measurement run(List<RowDigest> digests, Run run) throws IOException {
    Path folder = Files.createTempDirectory(data, "rows");
    try {
      Measurement measured = run.into(folder.toString());
      if (digests != null) {
        digests.add(RowDigest.of(folder));
      }
      return measured;
    } finally {
      Trees.delete(folder);
    }
  }

  private List<String> sparkArguments() {
    List<String> arguments = new ArrayList<>(sparkJvm);
    OPENED.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    arguments.add("-Dio.netty.tryReflectionSetAccessible=true");
    return arguments;
  }

  /** The names are those that a person types. */
  private enum Kind {
    projects,
    observations
  }

  @FunctionalInterface
  private interface Run {
    Measurement into(String folder) throws IOException;
  }
}
