package org.mlanalytics.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.project.ProjectRules;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.runtime.source.SourceDatabase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules alone: a thousand projects, whose rows are dropped. One operation is one row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xmx128m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransformBenchmark {

  private static final int PROJECTS = 1000;
  private static final int ROWS = 13_437;

  private final ProjectRules rules = new ProjectRules(Contender.SETTINGS);
  private RawBsonDocument[] projects;
  private long bytes;

  /** Generates the projects, and checks how many rows they give. */
  @Setup
  public void generate() throws IOException {
    projects = Input.documents(PROJECTS).toArray(RawBsonDocument[]::new);
    long[] rows = {0};
    transform((buffer, offset, length) -> rows[0]++);
    if (rows[0] != ROWS) {
      throw new IllegalStateException("other documents than before: " + rows[0] + " rows");
    }
  }

  /** The length of all rows. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long transform() throws IOException {
    bytes = 0;
    transform((buffer, offset, length) -> bytes += length);
    return bytes;
  }

  private void transform(RowSink sink) throws IOException {
    for (RawBsonDocument project : projects) {
      rules.transform(SourceDatabase.view(project), sink);
    }
  }
}
