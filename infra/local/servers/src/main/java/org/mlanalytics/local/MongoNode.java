package org.mlanalytics.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A server that speaks MongoDB's wire protocol, in a child JVM. It is not MongoDB: it has no
 * sessions, transactions and change streams, never deletes by TTL, and ignores collations and
 * partial filters of indexes.
 */
public final class MongoNode extends LocalNode {

  private static final String PORT = "mongo";
  private static final String FILE = "mongo.h2";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final List<String> JVM_ARGUMENTS =
      List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private final boolean persistent;

  private MongoNode(Path dir, boolean persistent) {
    super("Mongo", dir, PORT);
    this.persistent = persistent;
  }

  /**
   * A server that forgets everything when it ends. It needs about 55 KB of heap for a project of 9
   * KB, so hundreds of thousands of them belong in a {@linkplain #persistent file}.
   */
  public static MongoNode inMemory(Path dir) {
    return new MongoNode(dir, false);
  }

  /** A server that keeps every acknowledged write in a file, also if it is killed. */
  public static MongoNode persistent(Path dir) {
    return new MongoNode(dir, true);
  }

  /** The connection string, without a database. */
  @Override
  public String address() {
    return "mongodb://" + hostAndPort(PORT);
  }

  @Override
  void describe(ChildJvmBuilder program) {
    program
        .mainClass(MongoServerMain.class.getName(), ServerModule.SERVERS.classPath())
        .jvmArguments(JVM_ARGUMENTS);
    if (persistent) {
      program.property(MongoServerMain.FILE_PROPERTY, dir().resolve(FILE).toString());
    }
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
