package org.mlanalytics.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server of the S3 API in a child JVM; it keeps objects in memory and forgets them at its end.
 */
public final class S3Node extends LocalNode {

  /** The access key that it knows. */
  public static final String ACCESS_KEY = "test";

  /** The secret of {@link #ACCESS_KEY}. */
  public static final String SECRET_KEY = "testtest";

  private static final String MAIN_CLASS = "org.mlanalytics.local.s3.S3Server";
  private static final String PORT = "s3";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** A server whose log and ports lie in the directory. */
  public S3Node(Path dir) {
    super("S3", dir, PORT);
  }

  /** The endpoint; buckets are part of the path. */
  @Override
  public String address() {
    return "http://" + hostAndPort(PORT);
  }

  @Override
  void describe(ChildJvmBuilder program) {
    program
        .mainClass(MAIN_CLASS, ServerModule.S3.classPath())
        .jvmArguments(JVM_ARGUMENTS)
        .property("local.s3.key", ACCESS_KEY)
        .property("local.s3.secret", SECRET_KEY);
  }

  @Override
  boolean isReady() throws IOException {
    return accepts(PORT);
  }

  @Override
  Duration startLimit() {
    return START_LIMIT;
  }
}
